package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import java.time.Instant;

/**
 * How far one target has been told of one alert.
 *
 * @param alert as it was told last, or as it is held back
 * @param lane over which the episode is told, so that its end takes the way of its beginning
 * @param partition of the alerts topic that it came from, so that one instance alone goes on with it
 * @param at when the phase began
 */
public record LedgerEntry(Phase phase, Alert alert, String lane, int partition, Instant at) {

    public String dedupKey() {
        return alert.getDedupKey();
    }
}

package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.streams.delivery.AlertMatch;
import dev.fleethealth.streams.delivery.Silence;
import java.time.Instant;

/**
 * A time in which matching alerts are not told.
 *
 * @param id unique among silences and maintenance
 * @param until the first moment at which it no longer holds
 */
public record SilenceSettings(
        String id,
        AlertMatch match,
        Instant from,
        Instant until,
        @Default("\"\"") String comment) {
    private static final String AUTHOR = "configuration";

    public SilenceSettings {
        // The silence checks what it is made of.
        new Silence(id, match, from, until, AUTHOR, comment, false);
    }

    Silence silence(boolean maintenance) {
        return new Silence(id, match, from, until, AUTHOR, comment, maintenance);
    }
}

package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import java.time.Instant;
import java.util.Optional;

/**
 * One state of one alert, as it came from Kafka or was made here.
 *
 * @param raw the record's original bytes; empty where it was made here
 * @param partition that it belongs to
 * @param offset of its record, or {@link #NO_OFFSET}
 * @param readAt when it came
 */
public record Incoming(Alert alert, Optional<byte[]> raw, int partition, long offset, Instant readAt) {
    static final long NO_OFFSET = -1;

    static Incoming of(Alert alert, int partition, Instant at) {
        return new Incoming(alert, Optional.empty(), partition, NO_OFFSET, at);
    }

    public boolean hasOffset() {
        return offset != NO_OFFSET;
    }
}

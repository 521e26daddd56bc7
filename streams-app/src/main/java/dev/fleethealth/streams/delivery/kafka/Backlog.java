package dev.fleethealth.streams.delivery.kafka;

import java.time.Instant;
import java.util.Optional;

/**
 * What one target has still to hear.
 *
 * @param unsettled records read that are not settled
 * @param oldest when the record among them was read that has waited longest
 * @param lag records on Kafka that are not yet read
 * @param caughtUp whether it tells anything yet: before, it reads what there is
 */
public record Backlog(int unsettled, Optional<Instant> oldest, long lag, boolean caughtUp) {
    public static final Backlog UNKNOWN = new Backlog(0, Optional.empty(), 0, false);
}

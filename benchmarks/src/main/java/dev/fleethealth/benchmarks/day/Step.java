package dev.fleethealth.benchmarks.day;

import dev.fleethealth.benchmarks.day.broker.Ending;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happens to a device.
 *
 * @param at when it happens
 * @param stamped what the broker's clock says: the same, unless that clock is broken
 * @param receivedAt when the bridge receives the broker's report
 * @param ending for all but connects
 * @param tokenExpiresAt end of the token that a connection is opened with, where the broker knows it
 * @param copies how often the report is delivered
 */
public record Step(
        Kind kind,
        Instant at,
        Instant stamped,
        Instant receivedAt,
        Optional<Ending> ending,
        Optional<Instant> tokenExpiresAt,
        int copies) {

    /** What happens. */
    public enum Kind {
        CONNECT,
        /** The device's newest connection ends. */
        END,
        /** The connection before the newest one ends. */
        END_OF_PREVIOUS,
        /** An attempt to connect is refused. */
        REFUSED
    }

    Step stamped(Instant time) {
        return new Step(kind, at, time, receivedAt, ending, tokenExpiresAt, copies);
    }

    Step received(Instant time) {
        return new Step(kind, at, stamped, time, ending, tokenExpiresAt, copies);
    }

    Step withToken(Instant end) {
        return new Step(kind, at, stamped, receivedAt, ending, Optional.of(end), copies);
    }

    Step times(int deliveries) {
        return new Step(kind, at, stamped, receivedAt, ending, tokenExpiresAt, deliveries);
    }
}

package dev.fleethealth.streams.query.http;

import dev.fleethealth.streams.query.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Spans of time that are asked for with {@code from} and {@code to}. */
final class Spans {
    private Spans() {}

    /** With defaults: until now, and that long. */
    static TimeSpan of(Parameters parameters, Instant now, Duration usual) throws Problem {
        Instant to = parameters.time("to").orElse(now.plusMillis(1));
        Instant from = parameters.time("from").orElse(to.minus(usual));
        if (!from.isBefore(to)) {
            throw Problem.parameter("to", "expected a time after from, was " + to + ", from is " + from);
        }
        return new TimeSpan(from, to);
    }

    /** Only where either of them is given. */
    static Optional<TimeSpan> given(Parameters parameters, Instant now, Duration usual) throws Problem {
        boolean given =
                parameters.text("from").isPresent() || parameters.text("to").isPresent();
        return given ? Optional.of(of(parameters, now, usual)) : Optional.empty();
    }
}

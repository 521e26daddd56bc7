package dev.fleethealth.streams.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The wall clock of a backtest: follows the receive times of the events and never goes back. */
final class RecordedTime {
    /** Longest step: the topology looks at the time at least once a second. */
    private static final Duration STEP = Duration.ofSeconds(1);

    /** Shorter ways are put off: punctuations come at multiples of far longer intervals. */
    private static final Duration RESOLUTION = Duration.ofMillis(10);

    /** After so much silence every alert is resolved: the longest clearing time is an hour. */
    private static final Duration LONGEST_STEPPED_GAP = Duration.ofHours(2);

    private final Consumer<Duration> advance;
    private Instant now;

    /** @param advance moves the driver's clock and so makes time pass in the topology */
    RecordedTime(Instant start, Consumer<Duration> advance) {
        this.now = start;
        this.advance = advance;
    }

    Instant now() {
        return now;
    }

    /** Goes on to that time, in steps; what is left of a very long gap is skipped in one. */
    void goTo(Instant time) {
        Duration gap = Duration.between(now, time);
        if (gap.compareTo(RESOLUTION) < 0) {
            return;
        }
        if (gap.compareTo(LONGEST_STEPPED_GAP) > 0) {
            pass(LONGEST_STEPPED_GAP);
            step(Duration.between(now, time));
        } else {
            pass(gap);
        }
    }

    /** Lets that much time pass, in steps. */
    void pass(Duration length) {
        Instant end = now.plus(length);
        while (now.isBefore(end)) {
            Duration rest = Duration.between(now, end);
            step(rest.compareTo(STEP) < 0 ? rest : STEP);
        }
    }

    private void step(Duration length) {
        now = now.plus(length);
        advance.accept(length);
    }
}

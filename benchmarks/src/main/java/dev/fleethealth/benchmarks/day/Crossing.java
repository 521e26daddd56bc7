package dev.fleethealth.benchmarks.day;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** When a count of steps reaches a threshold. */
public final class Crossing {
    /** Brokers' clocks may tick in seconds. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private Crossing() {}

    /**
     * From the time of the step that crosses it, to when so many reports have arrived, and one step of the window later.
     *
     * @param steps each counts; all lie in one window
     */
    public static Span of(List<Step> steps, int threshold, Duration window) {
        Instant happened = nth(steps, threshold, Step::at);
        Instant known = nth(steps, threshold, Step::receivedAt);
        return new Span(happened.minus(TICK), known.plus(window.dividedBy(12)));
    }

    /** When the last of them happened. */
    public static Instant last(List<Step> steps) {
        return nth(steps, steps.size(), Step::at);
    }

    /** When the n-th of them happened, from 1. */
    public static Instant nth(List<Step> steps, int number) {
        return nth(steps, number, Step::at);
    }

    private static Instant nth(List<Step> steps, int number, Function<Step, Instant> time) {
        return steps.stream()
                .map(time)
                .sorted(Comparator.naturalOrder())
                .skip(number - 1L)
                .findFirst()
                .orElseThrow();
    }
}

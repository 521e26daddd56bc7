package dev.fleethealth.streams.fleet;

import java.util.Set;

/** Which steps of a series have changed since its counts were last sent. */
final class Changes {
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private long occurrences;
    private final StepSet tallies = new StepSet();
    private final StepSet cohorts = new StepSet();

    /** Window ends, both included. */
    void range(long first, long last) {
        from = Math.min(from, first);
        to = Math.max(to, last);
    }

    /** @param sign +1 for an occurrence that came, -1 for one that is counted no longer */
    void tally(long step, int sign) {
        occurrences += sign;
        tallies.add(step);
    }

    /** How many occurrences there are more. */
    long occurrences() {
        return occurrences;
    }

    void cohort(long step) {
        cohorts.add(step);
    }

    boolean any() {
        return from <= to || !tallies.isEmpty() || !cohorts.isEmpty();
    }

    /** First changed window end; with {@link #to()} below it when none has changed. */
    long from() {
        return from <= to ? from : 0;
    }

    long to() {
        return from <= to ? to : -1;
    }

    Set<Long> tallies() {
        return tallies.all();
    }

    Set<Long> cohorts() {
        return cohorts.all();
    }

    void clear() {
        occurrences = 0;
        from = Long.MAX_VALUE;
        to = Long.MIN_VALUE;
        tallies.clear();
        cohorts.clear();
    }
}

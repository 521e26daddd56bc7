package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.detector.Cohort;

/** Counts where devices stand whose newest occurrence was in one step. Not thread-safe. */
final class RunningCohort {
    private long back;
    private long refused;
    private long away;
    private long backMillis;

    /** @param sign +1, or -1 for what was counted before */
    void add(Cohort standing, int sign) {
        back += sign * standing.back();
        refused += sign * standing.refused();
        away += sign * standing.away();
        backMillis += sign * standing.backMillis();
    }

    /** What is counted by now. */
    Cohort toCohort() {
        return new Cohort(back, refused, away, backMillis);
    }
}

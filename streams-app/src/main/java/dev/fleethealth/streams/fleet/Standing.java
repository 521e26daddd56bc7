package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.detector.Cohort;

/** Where a device stands after its newest occurrence. */
public enum Standing {
    /** It connected again. */
    BACK(new Cohort(1, 0, 0)),
    /** It tried, and its credentials were refused. */
    REFUSED(new Cohort(0, 1, 0)),
    AWAY(new Cohort(0, 0, 1));

    private final Cohort one;

    Standing(Cohort one) {
        this.one = one;
    }

    /** A cohort of one such device, or of minus one. */
    Cohort times(int sign) {
        return new Cohort(sign * one.back(), sign * one.refused(), sign * one.away());
    }
}

package dev.fleethealth.streams.detector;

import java.time.Duration;

/** Checks that settings of detectors share; each failure names the setting and what was expected. */
public final class Require {
    /** As many occurrences as are kept of one device. */
    public static final int MOST_OCCURRENCES = 64;

    /** More devices than that no fleet has. */
    public static final int MOST_DEVICES = 100_000_000;

    private Require() {}

    /** @throws IllegalArgumentException unless the value lies in the range, both ends included */
    public static void between(String setting, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    setting + ": expected a number from " + least + " to " + most + ", found " + value);
        }
    }

    /** @throws IllegalArgumentException unless the number is zero or more */
    public static void notNegative(String setting, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(setting + ": expected a number of zero or more, found " + value);
        }
    }

    /** @throws IllegalArgumentException unless the share is from 0 to 1 */
    public static void share(String setting, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(setting + ": expected a share from 0 to 1, found " + value);
        }
    }

    /** @throws IllegalArgumentException unless the duration is longer than zero */
    public static void positive(String setting, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(setting + ": expected a duration above zero, found " + value);
        }
    }

    /** @throws IllegalArgumentException if the duration is below zero */
    public static void notNegative(String setting, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(setting + ": expected a duration of zero or more, found " + value);
        }
    }

    /** @throws IllegalArgumentException if the duration is longer than that */
    public static void atMost(String setting, Duration value, Duration most) {
        if (value.compareTo(most) > 0) {
            throw new IllegalArgumentException(setting + ": expected at most " + most + ", found " + value);
        }
    }
}

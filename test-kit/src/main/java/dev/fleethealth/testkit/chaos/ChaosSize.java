package dev.fleethealth.testkit.chaos;

import java.util.Locale;

/** How large a chaos test is: small in each build, full where there is time. The system property {@value #PROPERTY}. */
public enum ChaosSize {
    SMALL,
    FULL;

    public static final String PROPERTY = "chaos.size";

    /**
     * The size of this run.
     *
     * @throws IllegalArgumentException when the property has neither value
     */
    public static ChaosSize current() {
        return valueOf(System.getProperty(PROPERTY, "small").toUpperCase(Locale.ROOT));
    }

    /** One of two values, by the size of this run. */
    public static <T> T pick(T small, T full) {
        return current() == FULL ? full : small;
    }
}

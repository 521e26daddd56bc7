package dev.fleethealth.service.config;

import java.time.Duration;

/** Checks for the compact constructors of configuration records; each names the key as it stands in the file. */
public final class Setting {
    private Setting() {}

    /**
     * Refuses a setting.
     *
     * @param key the key in the file, relative to the record, such as {@code receive-maximum}
     * @param expected what was expected, such as {@code "expected 1 to 65535, was 0"}
     * @throws InvalidSettingException when the condition does not hold
     */
    public static void check(boolean condition, String key, String expected) {
        if (!condition) {
            throw new InvalidSettingException(key, expected);
        }
    }

    /** Refuses a number outside of the range, ends included. */
    public static void inRange(String key, long value, long least, long most) {
        check(value >= least && value <= most, key, "expected " + least + " to " + most + ", was " + value);
    }

    /** Refuses a duration outside of the range, ends included. */
    public static void inRange(String key, Duration value, Duration least, Duration most) {
        check(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                key,
                "expected " + DurationText.format(least) + " to " + DurationText.format(most) + ", was "
                        + DurationText.format(value));
    }

    /** Refuses text without a visible character. */
    public static void notBlank(String key, String value) {
        check(!value.isBlank(), key, "expected text, was empty");
    }
}

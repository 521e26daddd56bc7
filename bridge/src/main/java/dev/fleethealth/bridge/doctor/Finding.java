package dev.fleethealth.bridge.doctor;

/**
 * What one step of the examination found.
 *
 * @param check the step, e.g. {@code certificate}
 * @param found one sentence with what was seen
 * @param advice what to do; empty where there is nothing to do
 */
public record Finding(String check, Outcome outcome, String found, String advice) {

    public static Finding ok(String check, String found) {
        return new Finding(check, Outcome.OK, found, "");
    }

    public static Finding warning(String check, String found, String advice) {
        return new Finding(check, Outcome.WARNING, found, advice);
    }

    public static Finding failed(String check, String found, String advice) {
        return new Finding(check, Outcome.FAILED, found, advice);
    }

    public static Finding skipped(String check, String why) {
        return new Finding(check, Outcome.SKIPPED, why, "");
    }

    /** Whether a person has to do something about it. */
    public boolean isTrouble() {
        return outcome == Outcome.WARNING || outcome == Outcome.FAILED;
    }
}

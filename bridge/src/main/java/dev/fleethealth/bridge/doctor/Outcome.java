package dev.fleethealth.bridge.doctor;

/** How a step of the examination ended. */
public enum Outcome {
    OK,
    /** It works, and may not for long, or not for everybody. */
    WARNING,
    FAILED,
    /** Not tried, because an earlier step failed or what it needs was not given. */
    SKIPPED
}

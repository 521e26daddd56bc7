package dev.fleethealth.schemas.registry;

/** Which earlier versions a new version of a subject is checked against, and in which direction. */
public enum CompatibilityLevel {
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE
}

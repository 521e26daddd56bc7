package dev.fleethealth.streams.delivery;

/** What a target is told of an episode. */
public enum Action {
    OPEN,
    UPDATE,
    RESOLVE
}

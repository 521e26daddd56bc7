package dev.fleethealth.streams.delivery;

/**
 * A state of an alert that its target will never have.
 *
 * @param why without parts of the payload, and without secrets
 */
public record DeadLetter(Incoming incoming, String why) {}

package dev.fleethealth.benchmarks.day.broker;

/** Why a connection ended or was refused, whatever the broker calls it. */
public enum Ending {
    NORMAL,
    LOST,
    KEEP_ALIVE,
    TAKEN_OVER,
    TOKEN_EXPIRED,
    NOT_AUTHORIZED,
    BAD_CREDENTIALS,
    BLOCKED,
    SHUTDOWN,
    REDIRECTED,
    LIMIT,
    PROTOCOL_ERROR,
    KICKED
}

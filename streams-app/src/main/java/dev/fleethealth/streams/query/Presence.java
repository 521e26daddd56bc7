package dev.fleethealth.streams.query;

/** Whether a device is connected, as far as is known. */
public enum Presence {
    ONLINE,
    OFFLINE,
    UNKNOWN
}

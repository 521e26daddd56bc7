package dev.fleethealth.streams.detector;

/** What can be kept of an occurrence. Names are stored in state: append only. */
public enum Fact {
    /** Broker node. */
    NODE,
    /** IP address of the device. */
    ADDRESS,
    /** The device's network: the /24 of an IPv4 address, the /48 of an IPv6 address. */
    NETWORK,
    /** How the device waits between attempts, a {@link Backoff}. */
    BACKOFF,
    /** Lifetime of the token as the session showed it, in whole minutes, or in seconds below two minutes. */
    TOKEN_LIFETIME,
    /** Keep-alive of the connection, in seconds. */
    KEEP_ALIVE,
    /** Age of the connection at its end, in seconds. */
    SESSION_AGE,
    /** How long the device waited before it connected, roughly: see {@link Pauses#words}. */
    PAUSE,
    /** The broker said that it stops; the value is always {@code yes}. */
    BROKER_STOPPING
}

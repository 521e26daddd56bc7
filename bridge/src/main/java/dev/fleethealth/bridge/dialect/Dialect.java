package dev.fleethealth.bridge.dialect;

/**
 * Reads what one kind of broker says about its connections.
 *
 * <p>A dialect is a function of its input: no clock, no I/O, no logging, and no exception for bad input, which is a
 * {@link Decoding.Malformed}. It reports what the broker said and never guesses: a reason that the broker does not give
 * is left to the topology to derive.
 */
public interface Dialect {

    /** What this message says about connections. */
    Decoding decode(BrokerMessage message);
}

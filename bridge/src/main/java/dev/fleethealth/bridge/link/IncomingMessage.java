package dev.fleethealth.bridge.link;

/**
 * A message as it came over a connection.
 *
 * @param retained whether the broker had it in store: it is old news then
 * @param more whether others wait behind it already
 * @param acknowledgement tells the broker to forget it
 */
public record IncomingMessage(String topic, byte[] payload, boolean retained, boolean more, Runnable acknowledgement) {}

package dev.fleethealth.bridge.dialect;

import java.time.Instant;

/**
 * One message as a broker handed it over.
 *
 * @param topic where it came from: an MQTT topic, or empty where the source has none
 * @param payload the bytes, untouched; never modified by anyone
 * @param receivedAt when the bridge received it
 */
public record BrokerMessage(String topic, byte[] payload, Instant receivedAt) {}

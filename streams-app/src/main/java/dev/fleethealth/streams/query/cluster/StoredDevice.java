package dev.fleethealth.streams.query.cluster;

import java.util.List;

/**
 * A device as its store holds it.
 *
 * @param device a {@code KnownDevice}
 * @param events of its timeline, oldest first
 */
public record StoredDevice(byte[] device, List<byte[]> events) {}

package dev.fleethealth.streams.query;

import java.util.Optional;

/**
 * Which device.
 *
 * @param id client id, exactly as the broker gave it
 * @param fleet empty when it is left to be found out
 */
public record DeviceName(String id, Optional<String> fleet) {}

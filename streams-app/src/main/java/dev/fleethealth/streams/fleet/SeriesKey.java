package dev.fleethealth.streams.fleet;

/**
 * What is counted together.
 *
 * @param detector id
 * @param subject the broker node, or empty for the whole fleet
 */
public record SeriesKey(String detector, String subject) {}

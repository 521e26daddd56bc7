package dev.fleethealth.streams.query;

import java.util.Optional;

/**
 * Which fleets.
 *
 * @param search part of the name, without regard to case; {@code *} stands for anything
 * @param after name after which the page begins
 */
public record FleetQuery(Optional<String> search, Optional<String> after, int limit) {}

package dev.fleethealth.streams.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a broker beyond its events, so that reasons can be derived that it does not give.
 *
 * @param credentialLifetimes session ages at which it ends connections because their tokens expired
 * @param idleLimit age at which it ends idle connections; {@code 0s} is none, absent is the dialect's own
 */
public record SourceTraits(List<Duration> credentialLifetimes, Optional<Duration> idleLimit) {}

package dev.fleethealth.streams.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What has to be known of a source to derive what it does not report.
 *
 * @param credentialLifetimes session ages at which tokens run out, where the source does not tell {@code exp}
 * @param idleLimit age at which the broker closes an idle connection whatever its keep-alive
 */
public record SourceRules(List<Duration> credentialLifetimes, Optional<Duration> idleLimit) {
    public static final SourceRules NONE = new SourceRules(List.of(), Optional.empty());

    public SourceRules {
        credentialLifetimes = List.copyOf(credentialLifetimes);
    }
}

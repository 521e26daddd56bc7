package dev.fleethealth.streams.detector.jwtexpirycluster;

import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a token lived, as far as its last session shows: devices mostly connect with a fresh one. */
final class TokenLifetime {
    private static final Duration IN_SECONDS_BELOW = Duration.ofMinutes(2);

    private TokenLifetime() {}

    /** From the connect to {@code exp}, or to the end where {@code exp} is not known; empty without a connect. */
    static Optional<Duration> seenBy(Happening.Ended ended) {
        return ended.connection()
                .map(connection -> Duration.between(connection.openedAt(), expiry(ended, connection)))
                .filter(lifetime -> !lifetime.isNegative());
    }

    private static Instant expiry(Happening.Ended ended, Connection connection) {
        return Stream.of(
                        Optional.ofNullable(ended.event().credentialExpiresAt()),
                        Optional.ofNullable(connection.credentialExpiresAt()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(ended.at());
    }

    /** In whole minutes, or in seconds below two minutes. */
    static String words(Duration lifetime) {
        return lifetime.compareTo(IN_SECONDS_BELOW) < 0
                ? lifetime.toSeconds() + " s"
                : Math.round(lifetime.toSeconds() / 60.0) + " min";
    }
}

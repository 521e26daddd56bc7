package dev.fleethealth.demo.watch;

import java.time.Instant;
import java.util.Optional;

/**
 * One alert from its opening to its end, as seen on Kafka.
 *
 * @param openedAt when its opening was read
 * @param resolvedAt when its end was read
 */
public record Episode(String episodeId, String dedupKey, Instant openedAt, Optional<Instant> resolvedAt) {

    Episode resolved(Instant when) {
        return new Episode(episodeId, dedupKey, openedAt, Optional.of(when));
    }
}

package dev.fleethealth.streams.config;

import dev.fleethealth.streams.policy.DetectionPolicy;
import dev.fleethealth.streams.session.SourceRules;
import dev.fleethealth.streams.topology.DetectionSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the topology's settings out of the file's. */
final class DetectionAssembly {
    /** Limits that brokers document: ClearBlade ends a connection that carried nothing for 20 minutes. */
    private static final Map<String, Duration> DOCUMENTED_IDLE_LIMITS = Map.of("clearblade", Duration.ofMinutes(20));

    private final StreamsConfiguration file;

    DetectionAssembly(StreamsConfiguration file) {
        this.file = file;
    }

    DetectionSettings with(DetectionPolicy policy) {
        DetectionTimes times = file.detection();
        return new DetectionSettings(
                times.grace(),
                times.deduplication(),
                times.resolveHold(),
                times.updateInterval(),
                times.tick(),
                times.flush(),
                sources(),
                policy);
    }

    private Map<String, SourceRules> sources() {
        Map<String, SourceRules> sources = new HashMap<>();
        DOCUMENTED_IDLE_LIMITS.forEach(
                (dialect, limit) -> sources.put(dialect, new SourceRules(List.of(), Optional.of(limit))));
        file.sources().forEach((dialect, traits) -> sources.put(dialect, source(dialect, traits)));
        return Map.copyOf(sources);
    }

    private static SourceRules source(String dialect, SourceTraits traits) {
        Optional<Duration> idleLimit = traits.idleLimit()
                .or(() -> Optional.ofNullable(DOCUMENTED_IDLE_LIMITS.get(dialect)))
                .filter(limit -> !limit.isZero());
        return new SourceRules(traits.credentialLifetimes(), idleLimit);
    }
}

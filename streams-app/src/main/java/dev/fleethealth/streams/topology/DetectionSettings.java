package dev.fleethealth.streams.topology;

import dev.fleethealth.streams.alert.AdviceBook;
import dev.fleethealth.streams.alert.AlertComposer;
import dev.fleethealth.streams.alert.AlertDesk;
import dev.fleethealth.streams.alert.AlertLifecycle;
import dev.fleethealth.streams.alert.OpenAlerts;
import dev.fleethealth.streams.policy.DetectionPolicy;
import dev.fleethealth.streams.session.SourceRules;
import java.time.Duration;
import java.util.Map;

/**
 * How detection works, detectors included.
 *
 * @param grace how late an event may come and still count where it belongs
 * @param deduplication for how long the same event id is ignored
 * @param resolveHold how long resolution is held back
 * @param updateInterval how often an open alert is reported again while its numbers move
 * @param tick how often time goes on without events
 * @param flush how often a partition tells its counts to the fleet stage
 * @param sources what has to be known of each source, by dialect id
 * @param policy which detectors hold for which fleet
 */
public record DetectionSettings(
        Duration grace,
        Duration deduplication,
        Duration resolveHold,
        Duration updateInterval,
        Duration tick,
        Duration flush,
        Map<String, SourceRules> sources,
        DetectionPolicy policy) {
    public DetectionSettings {
        sources = Map.copyOf(sources);
    }

    /** A desk for alerts kept in that store. */
    AlertDesk deskFor(OpenAlerts open, AdviceBook advice) {
        return new AlertDesk(lifecycle(), new AlertComposer(advice), open);
    }

    AlertLifecycle lifecycle() {
        return new AlertLifecycle(updateInterval, resolveHold);
    }
}

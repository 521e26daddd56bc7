package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import java.time.Duration;

/**
 * Times that hold for all detectors.
 *
 * @param grace how late an event may come and still count where it belongs
 * @param deduplication how long the id of an event is remembered
 * @param resolveHold how long an alert that is over is held open, lest it flap
 * @param updateInterval how often an open alert whose numbers move tells of it
 * @param tick how often time passes for what is idle
 * @param flush how often partial counts go to the fleet stage
 */
public record DetectionTimes(
        @Default("30s") Duration grace,
        @Default("10m") Duration deduplication,
        @Default("60s") Duration resolveHold,
        @Default("60s") Duration updateInterval,
        @Default("1s") Duration tick,
        @Default("200ms") Duration flush) {
    public DetectionTimes {
        Setting.inRange("grace", grace, Duration.ZERO, Duration.ofMinutes(10));
        Setting.inRange("deduplication", deduplication, Duration.ofSeconds(1), Duration.ofHours(24));
        Setting.inRange("resolve-hold", resolveHold, Duration.ZERO, Duration.ofHours(1));
        Setting.inRange("update-interval", updateInterval, Duration.ofSeconds(1), Duration.ofHours(24));
        Setting.inRange("tick", tick, Duration.ofMillis(10), Duration.ofSeconds(10));
        Setting.inRange("flush", flush, Duration.ofMillis(10), Duration.ofSeconds(10));
    }
}

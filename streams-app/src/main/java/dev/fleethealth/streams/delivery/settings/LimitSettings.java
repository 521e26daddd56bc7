package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import java.time.Duration;

/**
 * How hard a target is called.
 *
 * @param callsPerMinute of one routing key, by all instances together, in any 60 s
 * @param inFlight calls at a time
 * @param timeout of one call, from the connect to the end of the answer
 * @param firstRetry limit of the random wait before the first retry; it doubles with each
 * @param longestRetry where it stops to grow
 * @param flood alerts that may open in {@code flood-window}; further ones are folded into one; 0 for any number
 * @param floodWindow in which {@code flood} alerts may open
 */
public record LimitSettings(
        @Default("60") int callsPerMinute,
        @Default("4") int inFlight,
        @Default("10s") Duration timeout,
        @Default("1s") Duration firstRetry,
        @Default("60s") Duration longestRetry,
        @Default("20") int flood,
        @Default("60s") Duration floodWindow) {
    public LimitSettings {
        Setting.inRange("calls-per-minute", callsPerMinute, 1, 1_000_000);
        Setting.inRange("in-flight", inFlight, 1, 256);
        Setting.inRange("timeout", timeout, Duration.ofMillis(100), Duration.ofSeconds(60));
        Setting.inRange("first-retry", firstRetry, Duration.ofMillis(1), Duration.ofMinutes(1));
        Setting.inRange("longest-retry", longestRetry, firstRetry, Duration.ofMinutes(10));
        Setting.inRange("flood", flood, 0, 100_000);
        Setting.inRange("flood-window", floodWindow, Duration.ofSeconds(1), Duration.ofHours(1));
    }
}

package dev.fleethealth.bridge.mapped;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import java.time.Duration;

/**
 * What a broker's numbers count.
 *
 * @param time how it writes times
 * @param keepAlive the unit of its keep-alives: {@code 1s} or {@code 1ms}, say
 * @param sessionExpiry the unit of its session expiries
 */
record UnitSettings(
        @Default("epoch-millis") TimeFormat time,
        @Default("1s") Duration keepAlive,
        @Default("1s") Duration sessionExpiry) {
    private static final Duration LONGEST = Duration.ofDays(1);

    UnitSettings {
        Setting.inRange("keep-alive", keepAlive, Duration.ofMillis(1), LONGEST);
        Setting.inRange("session-expiry", sessionExpiry, Duration.ofMillis(1), LONGEST);
    }
}

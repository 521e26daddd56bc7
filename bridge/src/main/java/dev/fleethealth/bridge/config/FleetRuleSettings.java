package dev.fleethealth.bridge.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;

/**
 * How a fleet follows from something that the broker said about the device.
 *
 * @param field what the pattern is matched against: {@code client-id}, {@code topic} or {@code username}
 * @param pattern regular expression with a group {@code (?<fleet>…)}
 */
public record FleetRuleSettings(@Default("client-id") Field field, String pattern) {
    /** What a rule looks at. */
    public enum Field {
        CLIENT_ID,
        TOPIC,
        USERNAME
    }

    public FleetRuleSettings {
        Setting.check(
                pattern.contains("(?<fleet>") || pattern.contains("(?P<fleet>"),
                "pattern",
                "expected a group (?<fleet>…), was \"" + pattern + '"');
    }
}

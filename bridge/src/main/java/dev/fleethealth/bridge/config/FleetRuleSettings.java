package dev.fleethealth.bridge.config;

import dev.fleethealth.bridge.event.FleetRule;
import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;

/**
 * How a fleet follows from something that the broker said about the device.
 *
 * @param field what the pattern is looked for in: {@code client-id}, {@code topic} or {@code username}
 * @param pattern regular expression (RE2 syntax) with a group {@code (?<fleet>…)}
 */
public record FleetRuleSettings(@Default("client-id") FleetRule.Subject field, String pattern) {
    public FleetRuleSettings {
        try {
            FleetRule.of(field, pattern);
        } catch (IllegalArgumentException e) {
            Setting.check(false, "pattern", String.valueOf(e.getMessage()));
        }
    }

    /** The rule itself. */
    public FleetRule rule() {
        return FleetRule.of(field, pattern);
    }
}

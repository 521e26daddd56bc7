package dev.fleethealth.streams.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.streams.policy.NamePattern;
import java.util.Map;

/**
 * What holds for some fleets alone.
 *
 * @param match their names: exact, a glob, or a regular expression between slashes
 * @param detectors what is different for them, by detector id; all else is as for every fleet
 */
public record FleetSettings(String match, Map<String, JsonNode> detectors) {
    public FleetSettings {
        PatternSetting.check("match", match, NamePattern::of);
    }

    NamePattern pattern() {
        return NamePattern.of(match);
    }
}

package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.service.config.Setting;
import dev.fleethealth.streams.policy.NamePattern;
import java.util.List;

/** Patterns of fleets' names, as settings have them. */
final class Patterns {
    private Patterns() {}

    static List<NamePattern> of(List<String> texts) {
        return texts.stream().map(NamePattern::of).toList();
    }

    /** Refuses the first text that is no pattern. */
    static void check(String key, List<String> texts) {
        for (int index = 0; index < texts.size(); index++) {
            try {
                NamePattern.of(texts.get(index));
            } catch (IllegalArgumentException e) {
                Setting.check(false, key + "[" + index + "]", String.valueOf(e.getMessage()));
            }
        }
    }
}

package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.Setting;
import java.util.List;
import java.util.function.Consumer;

/** Checks settings that a class of the core reads and, where it can't, explains. */
final class PatternSetting {
    private PatternSetting() {}

    /** Refuses text that the reader refuses, with its reason. */
    static void check(String key, String text, Consumer<String> reader) {
        try {
            reader.accept(text);
        } catch (IllegalArgumentException e) {
            Setting.check(false, key, String.valueOf(e.getMessage()));
        }
    }

    /** Refuses the first text of a list that the reader refuses. */
    static void checkAll(String key, List<String> texts, Consumer<String> reader) {
        for (int i = 0; i < texts.size(); i++) {
            check(key + "[" + i + "]", texts.get(i), reader);
        }
    }
}

package dev.fleethealth.bridge.config;

import dev.fleethealth.service.config.Setting;

/** The name of a source: a label of metrics and the name of threads. */
final class SourceName {
    private SourceName() {}

    static void check(String name) {
        Setting.check(
                name.matches("[a-z0-9-]{1,50}"), "name", "expected up to 50 lower-case letters, digits and hyphens");
    }
}

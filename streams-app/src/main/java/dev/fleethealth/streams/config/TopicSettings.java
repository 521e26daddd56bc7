package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import java.util.stream.Stream;

/**
 * Names of the topics.
 *
 * @param events connection events to read
 * @param alerts where alert transitions go
 * @param deadLetter where records go that cannot be worked on, with their original bytes
 * @param create whether to create at start those that are missing; without it the program waits for them
 */
public record TopicSettings(
        @Default("fleet.connection-events") String events,
        @Default("fleet.alerts") String alerts,
        @Default("fleet.alerts.dead-letter") String deadLetter,
        @Default("true") boolean create) {
    private static final String LEGAL = "[A-Za-z0-9._-]{1,249}";

    public TopicSettings {
        legal("events", events);
        legal("alerts", alerts);
        legal("dead-letter", deadLetter);
        Setting.check(
                Stream.of(events, alerts, deadLetter).distinct().count() == 3,
                "dead-letter",
                "expected three different topics for events, alerts and dead-letter");
    }

    private static void legal(String key, String topic) {
        Setting.check(topic.matches(LEGAL), key, "expected a name of a Kafka topic, was \"" + topic + '"');
    }
}

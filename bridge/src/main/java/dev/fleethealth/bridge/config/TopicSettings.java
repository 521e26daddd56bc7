package dev.fleethealth.bridge.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;

/**
 * The Kafka topics that the bridge writes, created when they are missing.
 *
 * @param events topic of the connection events
 * @param deadLetter topic of the messages that could not be read
 * @param partitions partitions that a missing topic of events is created with
 */
public record TopicSettings(
        @Default("fleet.connection-events") String events,
        @Default("fleet.connection-events.dead-letter") String deadLetter,
        @Default("6") int partitions) {
    private static final String TOPIC_NAME = "[a-zA-Z0-9._-]{1,249}";

    public TopicSettings {
        Setting.check(events.matches(TOPIC_NAME), "events", "expected a Kafka topic name, was \"" + events + '"');
        Setting.check(
                deadLetter.matches(TOPIC_NAME),
                "dead-letter",
                "expected a Kafka topic name, was \"" + deadLetter + '"');
        Setting.check(!events.equals(deadLetter), "dead-letter", "expected another topic than events");
        Setting.inRange("partitions", partitions, 1, 10_000);
    }
}

package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.Topics;
import dev.fleethealth.service.kafka.CleanupPolicy;
import dev.fleethealth.service.kafka.TopicDefinition;
import dev.fleethealth.streams.config.TopicSettings;
import java.util.List;

/** The topics that the program creates at start when it may, under the names that the operator gave them. */
final class NeededTopics {
    private NeededTopics() {}

    static List<TopicDefinition> of(TopicSettings topics) {
        if (!topics.create()) {
            return List.of();
        }
        return List.of(
                definition(Topics.CONNECTION_EVENTS.named(topics.events())),
                definition(Topics.ALERTS.named(topics.alerts())),
                definition(Topics.ALERTS_DEAD_LETTER.named(topics.deadLetter())));
    }

    private static TopicDefinition definition(dev.fleethealth.schemas.TopicDefinition topic) {
        return new TopicDefinition(
                topic.name(),
                topic.partitions(),
                switch (topic.cleanup()) {
                    case DELETE -> CleanupPolicy.DELETE;
                    case COMPACT_AND_DELETE -> CleanupPolicy.COMPACT_AND_DELETE;
                },
                topic.retention());
    }
}

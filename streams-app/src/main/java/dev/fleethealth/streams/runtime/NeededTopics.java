package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.TopicDefinition;
import dev.fleethealth.schemas.Topics;
import dev.fleethealth.streams.config.TopicSettings;
import dev.fleethealth.streams.delivery.settings.DeliverySettings;
import java.util.List;

/** The topics that the program needs, by what it does, under the names that the operator gave them. */
final class NeededTopics {
    private NeededTopics() {}

    static List<TopicDefinition> of(TopicSettings topics) {
        return List.of(
                Topics.CONNECTION_EVENTS.named(topics.events()),
                Topics.ALERTS.named(topics.alerts()),
                Topics.ALERTS_DEAD_LETTER.named(topics.deadLetter()));
    }

    /** Those of delivery. */
    static List<TopicDefinition> ofDelivery(TopicSettings topics, DeliverySettings delivery) {
        return List.of(
                Topics.ALERTS.named(topics.alerts()),
                Topics.ALERTS_DEAD_LETTER.named(topics.deadLetter()),
                Topics.DELIVERIES.named(delivery.ledgerTopic()),
                Topics.SILENCES.named(delivery.silencesTopic()));
    }
}

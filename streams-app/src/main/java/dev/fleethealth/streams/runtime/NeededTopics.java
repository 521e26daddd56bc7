package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.TopicDefinition;
import dev.fleethealth.schemas.Topics;
import dev.fleethealth.streams.config.TopicSettings;
import dev.fleethealth.streams.delivery.settings.DeliverySettings;
import java.util.List;
import java.util.stream.Stream;

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

    /** Those of the bridge, too, each once. */
    static List<TopicDefinition> ofBothPrograms(
            TopicSettings topics, DeliverySettings delivery, int eventPartitions, String bridgeDeadLetter) {
        TopicDefinition events = Topics.CONNECTION_EVENTS.named(topics.events());
        Stream<TopicDefinition> ofBridge = Stream.of(
                events.withPartitions(eventPartitions), Topics.CONNECTION_EVENTS_DEAD_LETTER.named(bridgeDeadLetter));
        Stream<TopicDefinition> others = Stream.concat(of(topics).stream(), ofDelivery(topics, delivery).stream())
                .filter(topic -> !topic.equals(events))
                .distinct();
        return Stream.concat(ofBridge, others).toList();
    }
}

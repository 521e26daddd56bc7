package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.TopicDefinition;
import dev.fleethealth.schemas.Topics;
import dev.fleethealth.schemas.registry.RegistryRejectedException;
import dev.fleethealth.schemas.registry.SchemaRegistrar;
import dev.fleethealth.service.kafka.KafkaStart;
import dev.fleethealth.streams.config.StreamsConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/**
 * Makes what both programs need before they run: schemas in the registry, topics on Kafka. While one of the schemas is not
 * compatible with what is registered, none is registered and no topic is created.
 */
public final class Preparation {
    private final List<TopicDefinition> topics;
    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    /**
     * For one configuration.
     *
     * @param eventPartitions partitions of a topic of connection events that has to be created
     * @param bridgeDeadLetter where the bridge puts what it cannot read
     */
    public Preparation(StreamsConfiguration settings, int eventPartitions, String bridgeDeadLetter) {
        topics = NeededTopics.ofBothPrograms(settings.topics(), settings.delivery(), eventPartitions, bridgeDeadLetter);
        schemas.put(
                Topics.CONNECTION_EVENTS.named(settings.topics().events()).valueSubject(),
                ConnectionEvent.getClassSchema());
        schemas.put(Topics.ALERTS.named(settings.topics().alerts()).valueSubject(), Alert.getClassSchema());
    }

    /**
     * Registers the schemas.
     *
     * @param said gets a line for each
     * @throws RegistryRejectedException when one is not compatible with what is registered
     */
    public void register(SchemaRegistrar registrar, Consumer<String> said) {
        schemas.forEach(registrar::requireCompatible);
        schemas.forEach((subject, schema) ->
                said.accept("schema " + subject + ": registered with id " + registrar.register(subject, schema)));
    }

    /**
     * Creates the topics that are missing, as soon as Kafka answers.
     *
     * @param said gets a line for each
     * @return false when the program is to stop before that
     */
    public boolean create(KafkaStart kafka, Consumer<String> said) throws InterruptedException {
        if (!kafka.awaitTopics(topics)) {
            return false;
        }
        topics.forEach(topic -> said.accept("topic " + topic.name() + ": "
                + (kafka.created().contains(topic.name())
                        ? "created with " + topic.partitions() + " partitions"
                        : "was there")));
        return true;
    }
}

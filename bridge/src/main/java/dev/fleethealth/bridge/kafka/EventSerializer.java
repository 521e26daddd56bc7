package dev.fleethealth.bridge.kafka;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.registry.RegistryAvroSerializer;
import dev.fleethealth.schemas.registry.WarmUp;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.KafkaProperties;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The serializer of events that the configuration names: the built-in one, or any other, such as Confluent's. */
public final class EventSerializer implements AutoCloseable {
    private static final String CLASS_KEY = ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG;

    private final Serializer<ConnectionEvent> serializer;

    private EventSerializer(Serializer<ConnectionEvent> serializer) {
        this.serializer = serializer;
    }

    /** @throws ConfigurationException when there is no such class, or it refuses its settings */
    public static EventSerializer of(KafkaProperties settings) {
        String className = settings.values().getOrDefault(CLASS_KEY, RegistryAvroSerializer.class.getName());
        try {
            Serializer<ConnectionEvent> serializer = instance(className);
            serializer.configure(settings.values(), false);
            return new EventSerializer(serializer);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new ConfigurationException(
                    "kafka." + CLASS_KEY + ": expected a Kafka Serializer on the class path, was \"" + className + '"');
        } catch (KafkaException e) {
            throw new ConfigurationException("kafka: " + e.getMessage());
        }
    }

    /**
     * Resolves what the serializer needs from the registry, so that a later outage of the registry stops nothing.
     *
     * @return what is wrong, when it can't be resolved for now
     */
    public Optional<String> warmUp(String topic) {
        try {
            if (serializer instanceof WarmUp warm) {
                warm.warmUp(topic, ConnectionEvent.getClassSchema());
            } else {
                serializer.serialize(topic, SampleEvent.event());
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    byte @Nullable [] serialize(String topic, ConnectionEvent event) {
        return serializer.serialize(topic, event);
    }

    @Override
    public void close() {
        serializer.close();
    }

    @SuppressWarnings("unchecked") // the type of what it takes is known to nobody but the operator
    private static Serializer<ConnectionEvent> instance(String className) throws ClassNotFoundException {
        return Utils.newInstance(className, Serializer.class);
    }
}

package dev.fleethealth.schemas.registry;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** {@link RegistryAvroSerializer} and {@link RegistryAvroDeserializer} in one, as Kafka Streams wants it. */
public final class RegistryAvroSerde<T extends SpecificRecord> implements Serde<T>, WarmUp {
    private final RegistryAvroSerializer<T> serializer = new RegistryAvroSerializer<>();
    private final RegistryAvroDeserializer<T> deserializer;

    /** Reads the type that is configured, else the type that the writer's schema names. */
    public RegistryAvroSerde() {
        this.deserializer = new RegistryAvroDeserializer<>();
    }

    /** Reads one type only. */
    public RegistryAvroSerde(Class<T> type) {
        this.deserializer = new RegistryAvroDeserializer<>(type);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        serializer.configure(configs, isKey);
        deserializer.configure(configs, isKey);
    }

    /** For writing: reading then needs nothing more. */
    @Override
    public void warmUp(String topic, Schema schema) {
        serializer.warmUp(topic, schema);
        deserializer.warmUp(topic, schema);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}

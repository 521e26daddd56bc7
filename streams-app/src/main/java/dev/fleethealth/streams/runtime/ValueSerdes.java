package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.registry.RegistryClientConfig;
import dev.fleethealth.schemas.registry.RegistrySerdeConfig;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.streams.config.StreamsConfiguration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;

/** The configured serdes of the values on the public topics. */
public record ValueSerdes(Serde<ConnectionEvent> events, Serde<Alert> alerts) {
    /** What Confluent's deserializers need in order to make generated classes; ours do nothing else. */
    private static final String SPECIFIC_READER = "specific.avro.reader";

    /** A minute and more, as is usual, would keep a stream thread from polling for too long when a registry is silent. */
    private static final int LONGEST_ANSWER_MILLIS = 10_000;

    /** @throws ConfigurationException when a class is no serde, or a setting of the registry is wrong */
    public static ValueSerdes of(StreamsConfiguration configuration) {
        return new ValueSerdes(
                create("serdes.events", configuration.serdes().events(), configuration, ConnectionEvent.class),
                create("serdes.alerts", configuration.serdes().alerts(), configuration, Alert.class));
    }

    private static <T extends SpecificRecord> Serde<T> create(
            String key, String className, StreamsConfiguration configuration, Class<T> type) {
        Serde<T> serde = instantiate(key, className);
        Map<String, Object> settings = configuration
                .kafka()
                .over(Map.of(
                        SPECIFIC_READER,
                        "true",
                        RegistrySerdeConfig.VALUE_TYPE,
                        type.getName(),
                        RegistryClientConfig.CONNECT_TIMEOUT,
                        LONGEST_ANSWER_MILLIS,
                        RegistryClientConfig.READ_TIMEOUT,
                        LONGEST_ANSWER_MILLIS));
        try {
            serde.configure(settings, false);
            return serde;
        } catch (KafkaException e) {
            throw new ConfigurationException("kafka: " + e.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // the class says only that it is a Serde, the first record shows of what
    private static <T> Serde<T> instantiate(String key, String className) {
        try {
            return (Serde<T>) Utils.newInstance(className, Serde.class);
        } catch (ClassNotFoundException | KafkaException | ClassCastException e) {
            throw new ConfigurationException(
                    key + ": expected a class on the class path that is a Kafka Serde, was \"" + className + '"');
        }
    }
}

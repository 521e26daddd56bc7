package dev.fleethealth.streams.delivery.kafka;

import dev.fleethealth.schemas.Alert;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What a worker needs to know of Kafka.
 *
 * @param clients of the user, for all clients
 * @param group prefix of the consumer groups; each target has its own
 * @param instance this process, as no other is named
 * @param session after which the group takes an instance for dead that is not heard of
 */
public record WorkerSettings(
        Map<String, Object> clients,
        String group,
        String instance,
        Duration session,
        String alertsTopic,
        String ledgerTopic,
        String deadLetterTopic,
        Serializer<Alert> serializer,
        Deserializer<Alert> deserializer) {

    /** Within this time after a poll an instance can be sure that it still has its partitions. */
    Duration lease() {
        return session.dividedBy(2);
    }

    LedgerRecords ledgerOf(String target) {
        return new LedgerRecords(ledgerTopic, alertsTopic, target, instance, serializer, deserializer);
    }

    DeadLetterRecords deadLettersOf(String target) {
        return new DeadLetterRecords(deadLetterTopic, alertsTopic, target, serializer);
    }
}

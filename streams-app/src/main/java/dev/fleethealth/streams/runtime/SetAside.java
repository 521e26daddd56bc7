package dev.fleethealth.streams.runtime;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** What becomes of a record that cannot be worked on. */
interface SetAside {
    /** Under this key the exception handlers, which Kafka Streams makes, find this object in their settings. */
    String SETTING = "fleet.health.dead.letters";

    /** Nothing: for a second reader of a topic, whose first one sets its records aside. */
    SetAside NOWHERE = (context, key, value, stage, why) -> List.of();

    /**
     * The records to write.
     *
     * @param stage where it failed: {@code deserialization} or {@code processing}
     * @param why must not hold parts of the payload
     */
    List<ProducerRecord<byte[], byte[]>> of(
            ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, String stage, String why);
}

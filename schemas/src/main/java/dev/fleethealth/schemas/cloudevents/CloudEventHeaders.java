package dev.fleethealth.schemas.cloudevents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A CloudEvent's attributes as headers of a Kafka record: the binary mode of the CloudEvents Kafka binding. The value is
 * Avro in Confluent's wire format.
 */
public final class CloudEventHeaders {
    private static final byte[] SPEC_VERSION = bytes(CloudEvent.SPEC_VERSION);
    private static final byte[] AVRO = bytes("application/avro");

    private CloudEventHeaders() {}

    public static List<Header> of(CloudEvent event) {
        return List.of(
                new RecordHeader("ce_specversion", SPEC_VERSION),
                new RecordHeader("ce_id", bytes(event.id())),
                new RecordHeader("ce_source", bytes(event.source())),
                new RecordHeader("ce_type", bytes(event.type())),
                new RecordHeader("ce_time", bytes(event.time().toString())),
                new RecordHeader("ce_subject", bytes(event.subject())),
                new RecordHeader("content-type", AVRO));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

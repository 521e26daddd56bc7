package dev.fleethealth.demo;

import dev.fleethealth.demo.stack.Ports;
import dev.fleethealth.demo.watch.Topic;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.Topics;
import dev.fleethealth.schemas.json.CanonicalJson;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import picocli.CommandLine.ExitCode;

/** Prints what is on a topic now, and what comes, one record a line, until it is stopped. */
final class TopicReader {
    private static final Map<String, Class<? extends SpecificRecord>> TYPES =
            Map.of(Topics.CONNECTION_EVENTS.name(), ConnectionEvent.class, Topics.ALERTS.name(), Alert.class);

    private static final Duration POLL = Duration.ofSeconds(1);

    private TopicReader() {}

    static int print(Ports ports, String topic) {
        Class<? extends SpecificRecord> type = TYPES.get(topic);
        if (type == null) {
            System.err.println("demo/run: --read: expected one of " + TYPES.keySet() + ", was " + topic);
            return ExitCode.USAGE;
        }
        try (Consumer<byte[], ? extends SpecificRecord> consumer = Topic.consumer(ports, topic, type)) {
            while (!System.out.checkError()) {
                consumer.poll(POLL).forEach(record -> System.out.println(CanonicalJson.write(record.value())));
            }
        }
        return ExitCode.OK;
    }
}

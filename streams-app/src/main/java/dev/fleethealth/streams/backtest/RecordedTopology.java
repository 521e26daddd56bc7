package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.Topics;
import dev.fleethealth.streams.topology.DetectionSettings;
import dev.fleethealth.streams.topology.FleetHealthTopology;
import dev.fleethealth.streams.topology.StateStoreKind;
import dev.fleethealth.streams.topology.TopologyListener;
import dev.fleethealth.streams.topology.TopologySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The production topology on Kafka's own driver, which needs no broker: state in memory, schemas without a registry. */
final class RecordedTopology implements AutoCloseable {
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, ConnectionEvent> events;
    private final TestOutputTopic<String, Alert> alerts;
    private final Consumer<Alert> sink;

    /**
     * Starts the topology.
     *
     * @param start the wall clock's first time
     * @param stateDirectory an empty directory of its own; nothing of worth stays in it
     * @param sink takes the alerts in the order of their emission
     */
    RecordedTopology(DetectionSettings detection, Instant start, Path stateDirectory, Consumer<Alert> sink) {
        Serde<ConnectionEvent> handOver = new HandOver().serde();
        TopologySettings settings = new TopologySettings(
                        Topics.CONNECTION_EVENTS.name(),
                        Topics.ALERTS.name(),
                        handOver,
                        LocalSerdes.ALERTS,
                        detection,
                        StateStoreKind.MEMORY,
                        TopologyListener.NONE)
                .withoutLog();
        driver = new TopologyTestDriver(FleetHealthTopology.build(settings), properties(stateDirectory), start);
        events = driver.createInputTopic(settings.eventsTopic(), new StringSerializer(), handOver.serializer());
        alerts = driver.createOutputTopic(
                settings.alertsTopic(), new StringDeserializer(), LocalSerdes.ALERTS.deserializer());
        this.sink = sink;
    }

    void event(ConnectionEvent event) {
        events.pipeInput(
                ConnectionEventKey.of(event), event, event.getReceivedAt().toEpochMilli());
        drain();
    }

    void advance(Duration length) {
        driver.advanceWallClockTime(length);
        drain();
    }

    @Override
    public void close() {
        driver.close();
    }

    private void drain() {
        while (!alerts.isEmpty()) {
            sink.accept(alerts.readValue());
        }
    }

    private static Properties properties(Path stateDirectory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "backtest");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        // Each task reads one topic, so there is none to wait for; Kafka would write a report of that for each record.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        return properties;
    }
}

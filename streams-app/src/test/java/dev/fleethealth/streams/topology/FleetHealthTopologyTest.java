package dev.fleethealth.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;
import dev.fleethealth.streams.policy.DetectionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FleetHealthTopologyTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private final Serde<ConnectionEvent> events = TestSerdes.events();
    private final Serde<Alert> alerts = TestSerdes.alerts();
    private final TopologyTestDriver driver = new TopologyTestDriver(
            FleetHealthTopology.build(new TopologySettings(
                    "in", "out", events, alerts, standardTimes(), StateStoreKind.MEMORY, TopologyListener.NONE)),
            properties(),
            START);
    private final TestInputTopic<String, ConnectionEvent> in =
            driver.createInputTopic("in", new StringSerializer(), events.serializer());
    private final TestOutputTopic<String, Alert> out =
            driver.createOutputTopic("out", new StringDeserializer(), alerts.deserializer());
    private int ids;

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldOpenAndResolveOneTakeoverLoopWhenTwoProgramsFight() {
        // Given
        send("dev-1", EventType.CONNECTED, 0, "c0", null);

        // When
        for (int i = 1; i <= 4; i++) {
            send("dev-1", EventType.CONNECTED, 1_000 * i, "c" + i, null);
            send("dev-1", EventType.DISCONNECTED, 1_000 * i, "c" + (i - 1), Category.SESSION_TAKEN_OVER);
        }
        List<Alert> opened = out.readValuesToList();
        List<Alert> later = new ArrayList<>();
        for (int second = 0; second < 600; second++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
            later.addAll(out.readValuesToList());
        }

        // Then
        assertThat(opened).extracting(Alert::getState).containsExactly(AlertState.OPEN);
        Alert open = opened.get(0);
        assertThat(open.getDedupKey()).isEqualTo("takeover-loop/DEVICE/fleet-a/dev-1");
        assertThat(open.getOpenedAt()).isEqualTo(START.plusMillis(4_000));
        assertThat(open.getProbableCause()).isEqualTo("duplicate-client-id");
        Alert last = later.get(later.size() - 1);
        assertThat(later)
                .filteredOn(alert -> alert.getState() == AlertState.RESOLVED)
                .containsExactly(last);
        assertThat(last.getResolvedAt()).isBetween(START.plusSeconds(304), START.plusSeconds(306));
    }

    private void send(String device, EventType type, long millis, String connection, Category category) {
        Instant at = START.plusMillis(millis);
        ConnectionEvent event = ConnectionEvent.newBuilder()
                .setEventId("event-" + ids++)
                .setType(type)
                .setSource("tdmq")
                .setFleet("fleet-a")
                .setClientId(device)
                .setConnectionId(connection)
                .setOccurredAt(at)
                .setReceivedAt(at)
                .setCategory(category)
                .build();
        in.pipeInput(ConnectionEventKey.of(event), event, at);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Detector> detectors() {
        List<Detector> all = new ArrayList<>();
        ServiceLoader.load(DetectorFactory.class).forEach(factory -> all.add(factory.create(factory.defaults())));
        return all;
    }

    private static DetectionSettings standardTimes() {
        Duration minute = Duration.ofMinutes(1);
        return new DetectionSettings(
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                minute,
                minute,
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                Map.of(),
                DetectionPolicy.everywhere(detectors()));
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        return properties;
    }
}

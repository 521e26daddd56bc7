package dev.fleethealth.bridge.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.runtime.BridgeService;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.testkit.mqtt.HivemqProcess;
import dev.fleethealth.testkit.net.TcpProxy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class BridgeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EVENTS = "fleet_bridge_messages_total{dialect=\"emqx\",result=\"event\"}";
    private static final String MALFORMED = "fleet_bridge_messages_total{dialect=\"emqx\",result=\"malformed\"}";

    private final Path folder;
    private final TestKafka kafka;
    private final HivemqProcess hivemq;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();

    BridgeIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.kafka = TestKafka.start();
        this.hivemq = HivemqProcess.start(folder.resolve("hivemq"));
    }

    @AfterAll
    void stop() throws Exception {
        hivemq.close();
        kafka.close();
    }

    @Test
    void shouldWaitWhileKafkaIsAway() throws Exception {
        // Given
        BridgeSettings settings = settings("away", hivemq.port());
        try (BridgeService bridge = start(settings);
                Devices devices = Devices.at(hivemq.port())) {
            awaitReady(bridge);
            devices.connect(0, 10);
            awaitDevices(settings, 0, 10);

            // When
            try (TestKafka.Outage outage = kafka.goAway()) {
                devices.connect(10, 200);

                // Then
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(get(bridge, "/readyz").body()).contains("kafka: does not answer"));
                assertThat(get(bridge, "/livez").statusCode()).isEqualTo(200);
                assertThat(metric(bridge, "fleet_bridge_in_flight")).isPositive();
                assertThat(metric(bridge, "fleet_bridge_oldest_unacknowledged_seconds"))
                        .isPositive();
                assertThat(metric(bridge, EVENTS)).isEqualTo(10);
            }
            awaitDevices(settings, 0, 210);
            awaitMetric(bridge, "fleet_bridge_in_flight", 0);
            awaitMetric(bridge, "fleet_bridge_oldest_unacknowledged_seconds", 0);
            awaitReady(bridge);
        }
        assertThat(fatal.get()).isNull();
    }

    @Test
    void shouldLeaveToTheBrokerWhatKafkaHasNotTaken() throws Exception {
        // Given
        BridgeSettings settings = settings("left", hivemq.port());
        try (BridgeService bridge = start(settings);
                Devices devices = Devices.at(hivemq.port())) {
            awaitReady(bridge);
            try (TestKafka.Outage outage = kafka.goAway()) {
                devices.connect(0, 200);
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(metric(bridge, "fleet_bridge_in_flight"))
                        .isPositive());

                // When
                bridge.close();
            }
        }

        // Then
        try (BridgeService bridge = start(settings)) {
            awaitDevices(settings, 0, 200);
            awaitReady(bridge);
        }
        assertThat(fatal.get()).isNull();
    }

    @Test
    void shouldWaitWhenKafkaIsNotThereAtStart() throws Exception {
        // Given
        BridgeSettings settings = settings("late", hivemq.port());
        try (TestKafka.Outage outage = kafka.goAway();
                BridgeService bridge = start(settings)) {
            assertThat(get(bridge, "/readyz").body()).isEqualTo("start: waits for Kafka\n");

            // When
            outage.close();

            // Then
            awaitReady(bridge);
        }
    }

    @Test
    void shouldKeepTheOriginalBytesOfWhatItCannotRead() throws Exception {
        // Given
        BridgeSettings settings = settings("malformed", hivemq.port());
        byte[] broken = {'{', (byte) 0xff, 0, 'x'};
        try (BridgeService bridge = start(settings);
                Devices devices = Devices.at(hivemq.port())) {
            awaitReady(bridge);

            // When
            devices.publish(broken);
            devices.connect(0, 1);

            // Then
            awaitDevices(settings, 0, 1);
            awaitMetric(bridge, MALFORMED, 1);
            List<ConsumerRecord<String, byte[]>> dead =
                    kafka.bytes(settings.topics().deadLetter());
            assertThat(dead).hasSize(1);
            assertThat(dead.get(0).value()).isEqualTo(broken);
            assertThat(header(dead.get(0), "source")).isEqualTo("malformed");
            assertThat(header(dead.get(0), "dialect")).isEqualTo("emqx");
            assertThat(header(dead.get(0), "where")).isEqualTo(Devices.TOPIC);
            assertThat(header(dead.get(0), "why")).isNotBlank();
        }
    }

    @Test
    void shouldLoseNothingWhenTheLinkIsCut() throws Exception {
        // Given
        try (TcpProxy link = TcpProxy.to(hivemq.port())) {
            BridgeSettings settings = settings("cut", link.port());
            try (BridgeService bridge = start(settings);
                    Devices devices = Devices.at(hivemq.port())) {
                awaitReady(bridge);

                // When
                for (int round = 0; round < 3; round++) {
                    devices.connect(round * 200, 100);
                    link.reset();
                    devices.connect(round * 200 + 100, 100);
                    awaitReady(bridge);
                }

                // Then
                awaitDevices(settings, 0, 600);
                awaitMetric(bridge, "fleet_bridge_in_flight", 0);
                assertThat(link.accepted()).isEqualTo(4);
            }
        }
    }

    @Test
    void shouldSpeakTheOlderProtocolAndTakeTheLowerQualityOfService() throws Exception {
        // Given
        Path file = write("older", hivemq.port());
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("fleet: plant", "mqtt-version: 3.1.1")
                        .replace("filter: broker/#", "filter: broker/#, qos: 0"));
        BridgeSettings settings = ConfigurationFile.read(file, BridgeSettings.class);
        try (BridgeService bridge = start(settings);
                Devices devices = Devices.at(hivemq.port())) {
            awaitReady(bridge);

            // When
            devices.connect(0, 100);

            // Then
            awaitDevices(settings, 0, 100);
            awaitMetric(bridge, "fleet_bridge_in_flight", 0);
            awaitMetric(bridge, EVENTS, 100);
        }
        assertThat(fatal.get()).isNull();
    }

    @Test
    void shouldShowTheMetricsThatDashboardsRelyOn() throws Exception {
        // Given
        BridgeSettings settings = settings("metrics", hivemq.port());
        try (BridgeService bridge = start(settings);
                Devices devices = Devices.at(hivemq.port())) {
            awaitReady(bridge);

            // When
            devices.connect(0, 3);
            awaitMetric(bridge, EVENTS, 3);

            // Then
            assertThat(metric(bridge, MALFORMED)).isZero();
            assertThat(metric(bridge, "fleet_bridge_mqtt_connected")).isEqualTo(1);
            assertThat(metric(bridge, "fleet_bridge_in_flight")).isZero();
            assertThat(metric(bridge, "fleet_bridge_publish_seconds_count")).isEqualTo(3);
            assertThat(metric(bridge, "fleet_bridge_publish_seconds_bucket{le=\"+Inf\"}"))
                    .isEqualTo(3);
        }
    }

    @Test
    void shouldWriteEventsWithKeyAndTimeOfReceipt() throws Exception {
        // Given
        BridgeSettings settings = settings("record", hivemq.port());
        try (BridgeService bridge = start(settings);
                Devices devices = Devices.at(hivemq.port())) {
            awaitReady(bridge);

            // When
            devices.connect(7, 1);
            awaitDevices(settings, 7, 1);

            // Then
            ConsumerRecord<String, ConnectionEvent> written =
                    kafka.events(settings.topics().events()).get(0);
            assertThat(written.key()).isEqualTo(ConnectionEventKey.of("plant", "device-7"));
            assertThat(written.timestamp())
                    .isEqualTo(written.value().getReceivedAt().toEpochMilli());
            assertThat(written.value().getSource()).isEqualTo("emqx");
        }
    }

    private BridgeSettings settings(String name, int mqttPort) throws IOException {
        return ConfigurationFile.read(write(name, mqttPort), BridgeSettings.class);
    }

    private Path write(String name, int mqttPort) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".yaml"), """
                sources:
                  - type: mqtt
                    name: %1$s
                    dialect: emqx
                    broker: mqtt://127.0.0.1:%2$d
                    client-id: bridge-%1$s
                    fleet: plant
                    topics: [{filter: broker/#}]
                kafka:
                  bootstrap.servers: %3$s
                  schema.registry.url: %4$s
                topics: {events: %1$s-events, dead-letter: %1$s-dead, partitions: 2}
                management: {port: 0}
                """.formatted(name, mqttPort, kafka.servers(), TestKafka.REGISTRY));
    }

    private BridgeService start(BridgeSettings settings) {
        return BridgeService.start(settings, InstantSource.system(), fatal::set);
    }

    private void awaitReady(BridgeService bridge) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(bridge, "/readyz").body()).isEqualTo("ok\n"));
    }

    private void awaitDevices(BridgeSettings settings, int first, int count) {
        Set<String> expected = IntStream.range(first, first + count)
                .mapToObj(number -> "device-" + number)
                .collect(Collectors.toSet());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(devices(settings)).isEqualTo(expected));
    }

    private Set<String> devices(BridgeSettings settings) {
        return kafka.events(settings.topics().events()).stream()
                .map(written -> written.value().getClientId())
                .collect(Collectors.toSet());
    }

    private void awaitMetric(BridgeService bridge, String name, double value) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(metric(bridge, name)).isEqualTo(value));
    }

    private double metric(BridgeService bridge, String name) throws IOException, InterruptedException {
        return get(bridge, "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElse(-1);
    }

    private HttpResponse<String> get(BridgeService bridge, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + bridge.managementPort() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static String header(ConsumerRecord<?, ?> written, String name) {
        Header header = written.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}

package dev.fleethealth.bridge.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.tls.TestAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The AMQP source against a real AMQP 0-9-1 broker; the service itself cannot be had. */
@Timeout(180)
class ApsaramqIT {
    /** When the signature is made for which the broker has a user: see AccessKeyTest. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_763_600_000_000L));

    private static final String USER = "MDpwb3N0LWNuLWluc3RhbmNlOkxUQUkta2V5LWlk";
    private static final String PASSWORD = "O0YnNpZi5sNz4PpDcUk2PkolHmo=";
    private static final int WINDOW = 100;

    @TempDir
    private static Path folder;

    private final int port = FreePort.find();
    private final int tlsPort = FreePort.find();

    @BeforeAll
    static void requireRabbitmq() {
        assumeTrue(
                Files.isExecutable(RabbitmqProcess.SERVER),
                "skipped: needs Debian's RabbitMQ, apt-get install rabbitmq-server");
    }

    @Test
    void shouldLoseNothingWhenTheBrokerIsKilledWhileKafkaIsAway() throws Exception {
        // Given
        TestAuthority authority = TestAuthority.named("Plant CA");
        try (TestKafka kafka = TestKafka.start();
                RabbitmqProcess rabbit = RabbitmqProcess.start(folder.resolve("rabbit"), listeners(authority))
                        .awaitStarted()) {
            publish(0, 1_000);
            try (RunningBridge bridge = new RunningBridge(write("plain", "amqp://localhost:" + port, kafka), CLOCK)) {
                bridge.awaitReady();
                await().atMost(RunningBridge.PATIENCE)
                        .until(() -> devices(kafka, "plain").size() == 1_000);

                // When
                try (TestKafka.Outage outage = kafka.goAway()) {
                    publish(1_000, 500);
                    await().atMost(RunningBridge.PATIENCE).until(() -> ready() == 500 - WINDOW);
                    rabbit.killAndRestart();
                    // All 500 are still the broker's, of which it sends the bridge no more than the window.
                    await().atMost(RunningBridge.PATIENCE).until(() -> ready() == 500 - WINDOW);
                }

                // Then
                await().atMost(RunningBridge.PATIENCE)
                        .untilAsserted(() -> assertThat(devices(kafka, "plain")).isEqualTo(names(1_500)));
                await().atMost(RunningBridge.PATIENCE).until(() -> ready() == 0);
                bridge.awaitReady();
            }
            assertThat(ready())
                    .as("acknowledged, so nothing comes back when the bridge has gone")
                    .isZero();
            assertThat(ids(kafka, "plain")).as("repetitions have the same ids").hasSize(1_500);

            // When
            publish(1_500, 10);
            Path tls = write("tls", "amqps://localhost:" + tlsPort, kafka, authority);
            try (RunningBridge bridge = new RunningBridge(tls, CLOCK).awaitReady()) {
                // Then
                await().atMost(RunningBridge.PATIENCE)
                        .until(() -> devices(kafka, "tls").size() == 10);
                assertThat(bridge.metric("fleet_bridge_messages_total{dialect=\"apsaramq\",result=\"malformed\"}"))
                        .isZero();
            }
        }
    }

    private String listeners(TestAuthority authority) throws IOException {
        TestAuthority.Identity identity = authority.issue("localhost");
        return """
                listeners.tcp.1 = 127.0.0.1:%d
                listeners.ssl.1 = 127.0.0.1:%d
                ssl_options.cacertfile = %s
                ssl_options.certfile = %s
                ssl_options.keyfile = %s
                default_vhost = MQTT
                default_user = %s
                default_pass = %s
                """.formatted(
                        port,
                        tlsPort,
                        authority.writeCertificate(folder.resolve("ca.pem")),
                        identity.writeCertificate(folder.resolve("server.pem")),
                        identity.writeKey(folder.resolve("server.key")),
                        USER,
                        PASSWORD);
    }

    private Path write(String name, String broker, TestKafka kafka, TestAuthority authority) throws IOException {
        Path ca = authority.writeCertificate(folder.resolve("trusted.pem"));
        return write(name, broker + "\n    tls: {ca: " + ca + "}", kafka);
    }

    private Path write(String name, String broker, TestKafka kafka) throws IOException {
        Files.writeString(folder.resolve("id"), "LTAI-key-id");
        Files.writeString(folder.resolve("secret"), "key-secret");
        return Files.writeString(folder.resolve(name + ".yaml"), """
                sources:
                  - type: apsaramq-amqp
                    name: alibaba
                    broker: %2$s
                    instance-id: post-cn-instance
                    groups: [GID_plant]
                    access-key-id: ${file:%5$s/id}
                    access-key-secret: ${file:%5$s/secret}
                    prefetch: %6$d
                kafka: {bootstrap.servers: '%3$s', schema.registry.url: '%4$s'}
                topics: {events: %1$s-events, dead-letter: %1$s-dead, partitions: 2}
                management: {port: 0}
                """.formatted(
                        name, broker, kafka.servers(), TestKafka.REGISTRY, folder, WINDOW));
    }

    private void publish(int first, int count) throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare("STATUS", true, false, false, Map.of());
            channel.confirmSelect();
            for (int number = first; number < first + count; number++) {
                String event =
                        "{\"clientId\": \"GID_plant@@@device-%d\", \"channelId\": \"c-%d\", \"eventType\": \"connect\", \"time\": 1763599999000}"
                                .formatted(number, number);
                channel.basicPublish(
                        "", "STATUS", MessageProperties.PERSISTENT_BASIC, event.getBytes(StandardCharsets.UTF_8));
            }
            channel.waitForConfirmsOrDie(30_000);
        }
    }

    /** Messages that wait for somebody; those on their way to the bridge are not among them. */
    private int ready() throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            return channel.queueDeclarePassive("STATUS").getMessageCount();
        }
    }

    private Connection connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setPort(port);
        factory.setVirtualHost("MQTT");
        factory.setUsername(USER);
        factory.setPassword(PASSWORD);
        return factory.newConnection();
    }

    private static Set<String> devices(TestKafka kafka, String name) {
        return events(kafka, name).stream()
                .map(event -> event.value().getClientId())
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(TestKafka kafka, String name) {
        return events(kafka, name).stream()
                .map(event -> event.value().getEventId())
                .collect(Collectors.toSet());
    }

    private static List<ConsumerRecord<String, ConnectionEvent>> events(TestKafka kafka, String name) {
        return kafka.events(name + "-events");
    }

    private static Set<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "GID_plant@@@device-" + number)
                .collect(Collectors.toSet());
    }
}

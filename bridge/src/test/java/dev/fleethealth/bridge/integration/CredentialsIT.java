package dev.fleethealth.bridge.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.runtime.BridgeService;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.testkit.mqtt.HivemqProcess;
import dev.fleethealth.testkit.tls.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS, certificates, passwords and tokens against a broker that looks at them. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class CredentialsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final TestAuthority authority = TestAuthority.named("authority");
    private final TestAuthority otherAuthority = TestAuthority.named("other-authority");
    private final SecureListeners listeners;
    private final HivemqProcess guarded;
    private final HivemqProcess open;
    private final TestKafka kafka;
    private final HttpClient http = HttpClient.newHttpClient();

    CredentialsIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.listeners = new SecureListeners(authority, folder);
        this.guarded = HivemqProcess.guarded(
                folder.resolve("guarded"),
                listeners.xml(),
                List.of("-Djava.security.properties=" + write("weak.security", "jdk.tls.disabledAlgorithms=NULL\n")),
                List.of());
        this.kafka = TestKafka.start();
        this.open = HivemqProcess.start(folder.resolve("open"));
        guarded.awaitListening(listeners.webSocket);
        authority.writeCertificate(folder.resolve("ca.pem"));
        otherAuthority.writeCertificate(folder.resolve("other-ca.pem"));
        writeIdentity("client", authority.issue("bridge"));
        writeIdentity("stranger", otherAuthority.issue("bridge"));
        write("password", "right\n");
        write("wrong-password", "wrong\n");
    }

    @AfterAll
    void stop() throws Exception {
        guarded.close();
        open.close();
        kafka.close();
    }

    @Test
    void shouldTellGoodBrokersFromBadOnesAndSayWhy() throws Exception {
        // Given
        String client = "certificate: %1$s/client.pem, key: %1$s/client.key".formatted(folder);
        String stranger = "certificate: %1$s/stranger.pem, key: %1$s/stranger.key".formatted(folder);
        List<String> sources = List.of(
                encrypted("tls", "mqtts", listeners.good, "ca.pem", ""),
                encrypted("older", "mqtts", listeners.good, "ca.pem", "") + "    mqtt-version: 3.1.1\n",
                encrypted("mutual", "mqtts", listeners.mutual, "ca.pem", client),
                encrypted("wss", "wss", listeners.secureWebSocket, "ca.pem", ""),
                source("ws", "ws://localhost:" + listeners.webSocket + "/mqtt"),
                source("password", plain()) + credentials("bridge, password: \"${file:%s/password}\""),
                encrypted("wrong-authority", "mqtts", listeners.good, "other-ca.pem", ""),
                encrypted("expired", "mqtts", listeners.expired, "ca.pem", ""),
                encrypted("wrong-name", "mqtts", listeners.wrongName, "ca.pem", ""),
                encrypted("self-signed", "mqtts", listeners.selfSigned, "ca.pem", ""),
                encrypted("old-tls", "mqtts", listeners.oldTls, "ca.pem", ""),
                encrypted("no-certificate", "mqtts", listeners.mutual, "ca.pem", ""),
                encrypted("stranger", "mqtts", listeners.mutual, "ca.pem", stranger),
                encrypted("no-tls", "mqtts", guarded.port(), "ca.pem", ""),
                source("wrong-password", plain()) + credentials("bridge, password: \"${file:%s/wrong-password}\""));
        Map<String, String> reasons = Map.of(
                "wrong-authority",
                "the certificate of localhost:" + listeners.good + " is not signed by an authority in " + folder
                        + "/other-ca.pem",
                "expired",
                "the certificate of localhost:" + listeners.expired + " has expired: NotAfter: ",
                "wrong-name",
                "the certificate of localhost:" + listeners.wrongName + " does not hold for this host: ",
                "self-signed",
                "the certificate of localhost:" + listeners.selfSigned + " is not signed by an authority in " + folder
                        + "/ca.pem",
                "old-tls",
                "localhost:" + listeners.oldTls + " speaks neither TLS 1.3 nor TLS 1.2",
                "no-certificate",
                "localhost:" + listeners.mutual + " refused a connection without a certificate (tls.certificate): ",
                "stranger",
                "localhost:" + listeners.mutual + " refused the certificate in " + folder + "/stranger.pem: ",
                "no-tls",
                "localhost:" + guarded.port() + " closed the connection during the TLS handshake, does it speak TLS?",
                "wrong-password",
                "the broker refused the connection of user bridge: NOT_AUTHORIZED");

        // When
        try (LoggedReasons logged = new LoggedReasons();
                BridgeService bridge = start("handshakes", sources);
                Devices devices = Devices.at(guarded.port())) {

            // Then
            reasons.forEach((source, why) -> await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(get(bridge, "/readyz")).contains("source " + source + ": not connected: " + why);
                assertThat(logged.of(source)).anyMatch(line -> line.startsWith(source + ": " + why));
            }));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(get(bridge, "/readyz").lines()).hasSize(reasons.size()));
            devices.connect(0, 20);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(devicesByFleet("handshakes"))
                    .isEqualTo(Map.of(
                            "tls", devices(0, 20),
                            "older", devices(0, 20),
                            "mutual", devices(0, 20),
                            "wss", devices(0, 20),
                            "ws", devices(0, 20),
                            "password", devices(0, 20))));
        }
    }

    @Test
    void shouldTakeReplacedFilesAtTheNextConnection() throws Exception {
        // Given
        Files.copy(folder.resolve("other-ca.pem"), folder.resolve("rotated-ca.pem"));
        Files.copy(folder.resolve("stranger.pem"), folder.resolve("rotated.pem"));
        Files.copy(folder.resolve("stranger.key"), folder.resolve("rotated.key"));
        String rotated = "certificate: %1$s/rotated.pem, key: %1$s/rotated.key".formatted(folder);
        List<String> sources = List.of(encrypted("rotated", "mqtts", listeners.mutual, "rotated-ca.pem", rotated));
        try (BridgeService bridge = start("rotation", sources)) {
            awaitReadiness(bridge, "rotated-ca.pem");

            // When
            replace("ca.pem", "rotated-ca.pem");

            // Then
            awaitReadiness(bridge, "rotated.pem");

            // When
            replace("client.pem", "rotated.pem");
            awaitReadiness(bridge, "rotated.key is not the key of the certificate in ");
            replace("client.key", "rotated.key");

            // Then
            awaitReadiness(bridge, "ok");
        }
    }

    @Test
    void shouldNotBeReadyWhenTheBrokerRefusesTheSubscription() throws Exception {
        // Given
        List<String> sources = List.of(source("refused", plain()).replace("broker/#", "forbidden/#"));

        // When
        try (BridgeService bridge = start("refusal", sources)) {

            // Then
            awaitReadiness(
                    bridge,
                    "source refused: not connected: the broker refused the subscription to forbidden/#: NOT_AUTHORIZED");
        }
    }

    @Test
    void shouldListenToSeveralBrokersAtOneTime() throws Exception {
        // Given
        List<String> sources = List.of(source("here", plain()), source("there", "mqtt://127.0.0.1:" + open.port()));
        try (BridgeService bridge = start("several", sources);
                Devices here = Devices.at(guarded.port());
                Devices there = Devices.at(open.port())) {
            awaitReadiness(bridge, "ok");

            // When
            here.connect(0, 50);
            there.connect(50, 50);

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(devicesByFleet("several"))
                    .isEqualTo(Map.of("here", devices(0, 50), "there", devices(50, 50))));
        }
    }

    private BridgeService start(String name, List<String> sources) throws IOException {
        Path file = write(
                name + ".yaml", """
                sources:
                %2$s
                kafka: {bootstrap.servers: "%3$s", schema.registry.url: "%4$s"}
                topics: {events: %1$s-events, dead-letter: %1$s-dead, partitions: 1}
                management: {port: 0}
                """.formatted(name, String.join("", sources), kafka.servers(), TestKafka.REGISTRY));
        return BridgeService.start(
                ConfigurationFile.read(file, BridgeSettings.class), InstantSource.system(), failure -> {});
    }

    /** A source whose fleet has its name. */
    private static String source(String name, String broker) {
        return """
                  - type: mqtt
                    name: %1$s
                    dialect: emqx
                    broker: %2$s
                    client-id: bridge-%1$s
                    fleet: %1$s
                    topics: [{filter: broker/#}]
                """.formatted(name, broker);
    }

    private String encrypted(String name, String scheme, int port, String ca, String more) {
        String path = scheme.equals("wss") ? "/mqtt" : "";
        return source(name, scheme + "://localhost:" + port + path)
                + "    tls: {ca: %s/%s, %s}\n".formatted(folder, ca, more);
    }

    private String credentials(String content) {
        return "    credentials: {username: " + content.replace("%s", folder.toString()) + "}\n";
    }

    private String plain() {
        return "mqtt://127.0.0.1:" + guarded.port();
    }

    private void awaitReadiness(BridgeService bridge, String part) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(bridge, "/readyz")).contains(part));
    }

    private List<ConnectionEvent> events(String name) {
        return kafka.events(name + "-events").stream()
                .map(ConsumerRecord::value)
                .toList();
    }

    /** Repetitions left out, as they are downstream. */
    private Map<String, List<String>> devicesByFleet(String name) {
        return events(name).stream()
                .collect(Collectors.groupingBy(
                        ConnectionEvent::getFleet,
                        Collectors.mapping(
                                ConnectionEvent::getClientId,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        ids -> ids.stream().distinct().sorted().toList()))));
    }

    private static List<String> devices(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> "device-" + number)
                .sorted()
                .toList();
    }

    private String get(BridgeService bridge, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + bridge.managementPort() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private void writeIdentity(String name, TestAuthority.Identity identity) throws IOException {
        identity.writeCertificate(folder.resolve(name + ".pem"));
        identity.writeKey(folder.resolve(name + ".key"));
    }

    private void replace(String source, String target) throws IOException {
        Files.copy(folder.resolve(source), folder.resolve(target), StandardCopyOption.REPLACE_EXISTING);
    }
}

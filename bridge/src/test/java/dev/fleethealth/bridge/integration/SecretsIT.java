package dev.fleethealth.bridge.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.chaos.Figure;
import dev.fleethealth.testkit.mqtt.HivemqProcess;
import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.process.ChildProcess;
import dev.fleethealth.testkit.tls.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Five secrets, and everywhere that the program writes: none of them is found, also when they are refused. */
@Tag("chaos")
@Timeout(300)
class SecretsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TOKEN = "canary-of-the-intake";
    private static final String JAAS = "org.apache.kafka.common.security.plain.PlainLoginModule required "
            + "username=\"me\" password=\"canary-of-kafka\"";

    private final Path folder;
    private final int management = FreePort.find();
    private final int intake = FreePort.find();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> canaries;
    private final List<String> written = new ArrayList<>();

    SecretsIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        String tokenKey = TestAuthority.pem(TestAuthority.newKeys().getPrivate());
        this.canaries = Map.of(
                "mqtt password", "canary-of-mqtt",
                "token key", tokenKey.lines().skip(1).findFirst().orElseThrow(),
                "intake token", TOKEN,
                "hash key", "canary-of-privacy",
                "kafka password", "canary-of-kafka");
        Map<String, String> files = Map.of(
                "PASSWORD",
                "canary-of-mqtt",
                "KEY",
                tokenKey,
                "TOKEN",
                TOKEN,
                "HASH",
                "canary-of-privacy",
                "JAAS",
                JAAS + ";",
                "NO_JAAS",
                JAAS);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    @Test
    void shouldShowNoSecretAnywhere() throws Exception {
        // Given
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        List<String> strangers = List.of(base64(TestAuthority.newKeys()), base64(rsa.generateKeyPair()));
        try (TestKafka kafka = TestKafka.start();
                HivemqProcess broker = HivemqProcess.guarded(folder.resolve("hivemq"), "", List.of(), strangers)) {
            broker.awaitListening(broker.port());
            Path config = configuration("bridge", broker.port(), kafka.servers());

            // When
            runAndBeRefused(config);
            kafka.bytes("dead").forEach(letter -> written.add(text(letter)));
            validate(config);
            failToStart(broker.port());
        }

        // Then
        assertThat(written).anyMatch(text -> text.contains("NOT_AUTHORIZED")).anyMatch(text -> text.contains("****"));
        canaries.forEach((name, canary) -> assertThat(written).as(name).noneMatch(text -> text.contains(canary)));
        new Figure(
                        "21-bridge",
                        "Secrets",
                        "%d secrets, %d texts".formatted(canaries.size(), written.size()),
                        "0 hits in logs, command line, HTTP pages, dead letters and `validate`, also after failures",
                        "0 hits in %,d characters"
                                .formatted(written.stream()
                                        .mapToInt(String::length)
                                        .sum()))
                .write();
    }

    /** Two brokers refuse their credentials, two senders have none or the wrong one, one posts what makes no sense. */
    private void runAndBeRefused(Path config) throws Exception {
        try (ChildProcess bridge = bridge("run", "run", config)) {
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(get("/readyz"))
                    .contains("source password: not connected: the broker refused")
                    .contains("source token: not connected: the broker refused"));
            await().atMost(PATIENCE).until(() -> post("", "no event").statusCode() == 401);
            assertThat(post("?token=wrong-" + TOKEN.hashCode(), "no event").statusCode())
                    .isEqualTo(401);
            assertThat(post("?token=" + TOKEN, "no event").statusCode()).isEqualTo(200);
            assertThat(post("/none?token=" + TOKEN, "no event").statusCode()).isEqualTo(404);
            for (String page : List.of("/metrics", "/livez", "/readyz", "/none")) {
                written.add(get(page));
            }
            written.add(commandLine());
            bridge.terminate();
            bridge.awaitExit(Duration.ofSeconds(30));
            written.add(bridge.output());
            written.add(bridge.errors());
        }
    }

    private void validate(Path config) throws Exception {
        try (ChildProcess validate = bridge("validate", "validate", config)) {
            assertThat(validate.awaitExit(PATIENCE)).isZero();
            written.add(validate.output());
            written.add(validate.errors());
        }
    }

    /** With secrets that are none: Kafka's login settings are broken, and the token's key is none. */
    private void failToStart(int port) throws Exception {
        Map<String, String> failures =
                Map.of("JAAS}\"", "NO_JAAS}\", security.protocol: SASL_PLAINTEXT", "KEY", "PASSWORD");
        for (Map.Entry<String, String> failure : failures.entrySet()) {
            String name = "fail-" + failure.getKey().substring(0, 3);
            Path config = configuration(name, port, "127.0.0.1:1");
            String yaml = Files.readString(config);
            Files.writeString(config, yaml.replace("/" + failure.getKey(), "/" + failure.getValue()));
            assertThat(Files.readString(config)).isNotEqualTo(yaml);
            try (ChildProcess program = bridge(name, "run", config)) {
                assertThat(program.awaitExit(PATIENCE)).isIn(1, 2);
                written.add(program.errors());
            }
        }
    }

    private ChildProcess bridge(String name, String verb, Path config) throws IOException {
        return ChildProcess.java(
                folder.resolve(name),
                "-Xmx256m",
                "-jar",
                "target/fleet-bridge.jar",
                verb,
                "--config",
                config.toString());
    }

    /** Of every process that this one has started. */
    private static String commandLine() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            lines.append(Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline")));
        }
        assertThat(lines).contains("fleet-bridge.jar");
        return lines.toString();
    }

    private Path configuration(String name, int broker, String kafka) throws IOException {
        String yaml = """
                sources:
                  - type: mqtt
                    name: password
                    dialect: emqx
                    broker: mqtt://127.0.0.1:%1$d
                    client-id: bridge-password
                    topics: [{filter: broker/#}]
                    credentials: {username: bridge, password: "${file:FOLDER/PASSWORD}"}
                  - type: mqtt
                    name: token
                    dialect: emqx
                    broker: mqtt://127.0.0.1:%1$d
                    client-id: bridge-token
                    topics: [{filter: broker/#}]
                    credentials: {username: es256, token: {algorithm: ES256, key: "${file:FOLDER/KEY}"}}
                  - type: http
                    name: hooks
                    port: %2$d
                    dialects: [emqx]
                    token: "${file:FOLDER/TOKEN}"
                    token-in-query: true
                privacy: {addresses: hash, hash-key: "${file:FOLDER/HASH}"}
                kafka:
                  {bootstrap.servers: "%3$s", schema.registry.url: "mock://secrets",
                   sasl.mechanism: PLAIN, sasl.jaas.config: "${file:FOLDER/JAAS}"}
                topics: {events: events, dead-letter: dead, partitions: 1}
                management: {port: %4$d}
                """.formatted(broker, intake, kafka, management);
        return Files.writeString(folder.resolve(name + ".yaml"), yaml.replace("FOLDER", folder.toString()));
    }

    private String get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + management + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String rest, String body) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + intake + "/v1/events/emqx" + rest);
        HttpResponse<String> reply = http.send(
                HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        written.add(reply.body());
        return reply;
    }

    private static String text(ConsumerRecord<String, byte[]> letter) {
        StringBuilder text = new StringBuilder(new String(letter.value(), StandardCharsets.UTF_8));
        letter.headers().forEach(header -> text.append(' ').append(new String(header.value(), StandardCharsets.UTF_8)));
        return text.toString();
    }

    private static String base64(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }
}

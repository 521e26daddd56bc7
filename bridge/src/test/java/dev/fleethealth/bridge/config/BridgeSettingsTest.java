package dev.fleethealth.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.service.config.DurationText;
import dev.fleethealth.service.config.EffectiveConfiguration;
import dev.fleethealth.testkit.tls.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeSettingsTest {
    private static final String GOOD = """
            sources:
              - type: mqtt
                name: plant
                dialect: emqx
                broker: mqtts://broker
                client-id: bridge-0
                topics: [{filter: "events/#"}]
            kafka: {bootstrap.servers: "queue:9092"}
            """;

    private static final String OTHERS = """
            sources:
              - {type: http, name: webhooks, dialects: [emqx]}
              - {type: file, name: log, dialect: emqx, paths: [/l/*.log], state-file: FOLDER/s}
            kafka: {bootstrap.servers: "queue:9092"}
            """;

    private final Path file;
    private final Path key;
    private final Path certificate;

    BridgeSettingsTest(@TempDir Path folder) {
        this.key = folder.resolve("ec.pem");
        this.certificate = folder.resolve("ca.pem");
        this.file = folder.resolve("bridge.yaml");
    }

    @Test
    void shouldFillInDefaults() throws IOException {
        // When
        BridgeSettings settings = read(GOOD);

        // Then
        MqttSourceSettings source = (MqttSourceSettings) settings.sources().get(0);
        assertThat(source.mqttVersion()).isEqualTo(MqttVersion.V5);
        assertThat(source.port()).isEqualTo(8883);
        assertThat(source.receiveMaximum()).isEqualTo(1000);
        assertThat(source.sessionExpiry()).isEqualTo(Duration.ofDays(1));
        assertThat(source.topics().get(0).qos()).isEqualTo(1);
        assertThat(settings.topics().events()).isEqualTo("fleet.connection-events");
        assertThat(settings.topics().deadLetter()).isEqualTo("fleet.connection-events.dead-letter");
        assertThat(settings.management().port()).isEqualTo(9401);
    }

    @ParameterizedTest
    @CsvSource({"mqtt://b, 1883", "mqtts://b, 8883", "ws://b/mqtt, 80", "wss://b/mqtt, 443", "mqtt://b:1884, 1884"})
    void shouldKnowTheUsualPorts(String broker, int port) throws IOException {
        MqttSourceSettings source = (MqttSourceSettings)
                read(GOOD.replace("mqtts://broker", broker)).sources().get(0);
        assertThat(source.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: plant        | name: Plant 1               | sources[0].name: expected up to 50 lower-case letters, digits and hyphens
            name: plant        | nmae: plant                 | sources[0].nmae: unknown key, did you mean name?
            dialect: emqx      |                             | sources[0].dialect: required, expected text
            mqtts://broker     | http://broker               | sources[0].broker: expected mqtt://host, mqtts://host, ws://host/path or wss://host/path, was "http://broker"
            mqtts://broker     | broker                      | sources[0].broker: expected mqtt://host, mqtts://host, ws://host/path or wss://host/path, was "broker"
            mqtts://broker     | mqtts://me:secret@broker    | sources[0].broker: expected no user in it, use credentials
            client-id: bridge-0 | client-id: ""              | sources[0].client-id: expected text, was empty
            topics: [{filter: "events/#"}] | topics: []      | sources[0].topics: required, expected at least one topic filter
            "events/#"         | "events/#/x"                | sources[0].topics[0].filter: expected an MQTT topic filter, was "events/#/x"
            "events/#"         | "a", qos: 2                 | sources[0].topics[0].qos: expected 0 to 1, was 2
            client-id: bridge-0 | client-id: [b]             | sources[0].client-id: expected text, was a list
            dialect: emqx      | dialect: emqx; mqtt-version: 4 | sources[0].mqtt-version: expected one of 3.1.1, 5, was 4
            dialect: emqx      | dialect: emqx; receive-maximum: 0 | sources[0].receive-maximum: expected 1 to 65535, was 0
            dialect: emqx      | dialect: emqx; keep-alive: 0s | sources[0].keep-alive: expected 1s to 18h12m15s, was 0s
            dialect: emqx      | dialect: emqx; session-expiry: 30 | sources[0].session-expiry: expected a duration such as 200ms, 90s, 5m or 1h30m, was 30
            dialect: emqx      | dialect: emqx; broker-version: 2.0 | sources[0].broker-version: expected text, was 2.0
            dialect: emqx      | dialect: emqx; tls: {ca: /none.pem} | sources[0].tls.ca: expected a PEM file that can be read, was /none.pem
            dialect: emqx      | dialect: emqx; credentials: {username: me, password: secret} | sources[0].credentials.password: expected a reference ${env:NAME} or ${file:/path}
            dialect: emqx      | dialect: emqx; credentials: {username: me, token: {algorithm: HS256}} | sources[0].credentials.token.algorithm: expected one of ES256, RS256, was "HS256"
            dialect: emqx      | dialect: emqx; credentials: {username: me, token: {algorithm: ES256, key: x}} | sources[0].credentials.token.key: expected a reference ${env:NAME} or ${file:/path}
            dialect: emqx      | dialect: emqx; credentials: {username: me, token: {algorithm: RS256, key: "${file:EC.PEM}"}} | sources[0].credentials.token.key: holds no key for RS256, expected an RSA private key of at least 2048 bits
            dialect: emqx      | dialect: emqx; credentials: {username: me, token: {algorithm: RS256, key: "${file:CA.PEM}"}} | sources[0].credentials.token.key: holds no private key in PEM
            dialect: emqx      | dialect: emqx; credentials: {username: me, token: {algorithm: ES256, key: "${file:EC.PEM}", lifetime: 25h}} | sources[0].credentials.token.lifetime: expected 10s to 1d, was 1d1h
            dialect: emqx      | dialect: emqx; credentials: {username: me, token: {algorithm: ES256, key: "${file:EC.PEM}", renew-before: 1h}} | sources[0].credentials.token.renew-before: expected 1s to 59m59s, was 1h
            dialect: emqx      | dialect: emqx; credentials: {username: me, token: {algorithm: ES256, key: "${file:EC.PEM}", renew-before: 50m, renew-jitter: 10m}} | sources[0].credentials.token.renew-jitter: expected 0s to 9m59s, was 10m
            dialect: emqx      | dialect: emqx; credentials: {username: me, token: {algorithm: ES256, key: "${file:EC.PEM}", claims: {exp: 7}}} | sources[0].credentials.token.claims.exp: follows from audience and lifetime, remove it
            dialect: emqx      | dialect: emqx; credentials: {username: me, password: "${file:EC.PEM}", token: {algorithm: ES256, key: "${file:EC.PEM}"}} | sources[0].credentials.token: expected only without a password
            dialect: emqx      | dialect: emqx; tls: {certificate: CA.PEM} | sources[0].tls.key: required, expected the certificate's private key
            dialect: emqx      | dialect: emqx; tls: {key: EC.PEM} | sources[0].tls.certificate: required, expected the key's certificate
            dialect: emqx      | dialect: emqx; tls: {ca: EC.PEM} | sources[0].tls.ca: EC.PEM holds no certificate in PEM
            dialect: emqx      | dialect: emqx; tls: {certificate: CA.PEM, key: EC.PEM} | sources[0].tls.certificate: EC.PEM is not the key of the certificate in CA.PEM
            bootstrap.servers: "queue:9092" |                | kafka.bootstrap.servers: required, expected host:port
            bootstrap.servers: "queue:9092" | bootstrap.servers: k, acks: 1 | kafka.acks: the bridge sets it so that nothing is lost, remove it
            kafka:             | fleet-rules: [{pattern: "(x)"}]; kafka: | fleet-rules[0].pattern: expected a regular expression with a group (?<fleet>…), found "(x)"
            kafka:             | max-in-flight: 0; kafka:    | max-in-flight: expected 1 to 100000, was 0
            kafka:             | management: {port: 70000}; kafka: | management.port: expected 0 to 65535, was 70000
            kafka:             | topics: {events: "a b"}; kafka: | topics.events: expected a Kafka topic name, was "a b"
            kafka:             | privacy: {addresses: hash}; kafka: | privacy.hash-key: required for hash, expected ${env:NAME} or ${file:/path}
            kafka:             | privacy: {addresses: mask}; kafka: | privacy.addresses: expected one of drop, hash, keep, was "mask"
            kafka:             | privacy: {user-names: hash, hash-key: my key}; kafka: | privacy.hash-key: expected a reference ${env:NAME} or ${file:/path}
            kafka:             | privacy: {usernames: drop}; kafka: | privacy.usernames: unknown key, did you mean user-names?
            kafka:             | topics: {events: a, dead-letter: a}; kafka: | topics.dead-letter: expected another topic than events
            """)
    void shouldSayWhereAndWhatWhenASettingIsWrong(String good, @Nullable String bad, String expected)
            throws IOException {
        TestAuthority.named("authority").writeCertificate(certificate);
        Files.writeString(key, TestAuthority.pem(TestAuthority.newKeys().getPrivate()));
        String indented = bad == null ? "" : bad.replace("; ", bad.contains("kafka:") ? "\n" : "\n    ");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(GOOD.replace(good, withFiles(indented))))
                .withMessage(file + ": " + withFiles(expected));
    }

    @Test
    void shouldRefuseTwoSourcesThatWouldTakeOverEachOthersSession() {
        String twin = GOOD.substring(GOOD.indexOf("  - type"), GOOD.indexOf("kafka:"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(GOOD.replace("kafka:", twin.replace("plant", "other") + "kafka:")))
                .withMessageContaining("sources[1].client-id: expected one that no other source has");
    }

    @Test
    void shouldFillInDefaultsOfHttpAndFiles(@TempDir Path folder) throws IOException {
        // When
        BridgeSettings settings = read(OTHERS.replace("FOLDER", folder.toString()));

        // Then
        HttpSourceSettings http = (HttpSourceSettings) settings.sources().get(0);
        assertThat(http.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(http.port()).isEqualTo(9403);
        assertThat(http.maxBodyBytes()).isEqualTo(1_048_576);
        assertThat(http.answerWithin()).isEqualTo(Duration.ofSeconds(10));
        FileSourceSettings file = (FileSourceSettings) settings.sources().get(1);
        assertThat(file.startAt()).isEqualTo(FileSourceSettings.StartAt.END);
        assertThat(file.pollInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(file.maxInFlight()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type: http         | type: ftp                   | sources[0].type: expected one of apsaramq-amqp, file, http, mqtt, was "ftp"
            dialects: [emqx]   | dialects: []                | sources[0].dialects: required, expected at least one dialect
            dialects: [emqx]   | dialects: [emqx], bind-address: 0.0.0.0 | sources[0].token: required where other machines can connect, expected ${env:NAME} or ${file:/path}
            dialects: [emqx]   | dialects: [emqx], token: abc | sources[0].token: expected a reference ${env:NAME} or ${file:/path}
            dialects: [emqx]   | dialects: [emqx], token-in-query: true | sources[0].token-in-query: expected only with token
            dialects: [emqx]   | dialects: [emqx], answer-within: 1m | sources[0].answer-within: expected 100ms to 25s, was 1m
            dialects: [emqx]   | dialects: [emqx], max-body-bytes: 1 | sources[0].max-body-bytes: expected 1024 to 16777216, was 1
            paths: [/l/*.log]  | paths: []                   | sources[1].paths: required, expected at least one file
            paths: [/l/*.log]  | paths: [x.log]              | sources[1].paths[0]: expected an absolute path of a file, was x.log
            paths: [/l/*.log]  | paths: [/*/x.log]           | sources[1].paths[0]: expected no wildcard in the folder, was /*/x.log
            state-file: FOLDER/s | state-file: /none/s       | sources[1].state-file: expected a file in a folder that is there and can be written, was /none/s
            paths: [/l/*.log]  | paths: [/l], start-at: now  | sources[1].start-at: expected one of beginning, end, was "now"
            paths: [/l/*.log]  | paths: [/l], max-line-bytes: 1 | sources[1].max-line-bytes: expected 256 to 1048576, was 1
            """)
    void shouldSayWhereAndWhatWhenASettingOfHttpOrFilesIsWrong(
            String good, String bad, String expected, @TempDir Path folder) {
        String yaml = OTHERS.replace(good, bad).replace("FOLDER", folder.toString());
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(yaml))
                .withMessage(file + ": " + expected);
    }

    @Test
    void shouldRefuseTwoSourcesWithOneStateFile(@TempDir Path folder) {
        String yaml = OTHERS.replace("FOLDER", folder.toString());
        String twin = yaml.substring(yaml.indexOf("  - {type: file"), yaml.indexOf("kafka:"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(yaml.replace("kafka:", twin.replace("name: log", "name: log2") + "kafka:")))
                .withMessageContaining("sources[2].state-file: expected one that no other source has");
    }

    @ParameterizedTest
    @CsvSource({
        "24h,, 2h24m, 2h9m36s",
        "1h,, 6m, 5m24s",
        "20m,, 5m, 1m30s",
        "6m,, 3m, 18s",
        "20s, 12s, 12s, 800ms",
    })
    void shouldRenewTokensEarlyEnough(String lifetime, @Nullable String before, String margin, String spread)
            throws IOException {
        // Given
        Files.writeString(key, TestAuthority.pem(TestAuthority.newKeys().getPrivate()));
        String token = "{algorithm: ES256, key: \"${file:%s}\", lifetime: %s%s}"
                .formatted(key, lifetime, before == null ? "" : ", renew-before: " + before);

        // When
        BridgeSettings settings = read(
                GOOD.replace("dialect: emqx", "dialect: emqx\n    credentials: {username: me, token: " + token + "}"));

        // Then
        MqttSourceSettings source = (MqttSourceSettings) settings.sources().get(0);
        TokenSettings found = source.credentials().orElseThrow().token().orElseThrow();
        assertThat(found.renewalMargin()).isEqualTo(DurationText.parse(margin));
        assertThat(found.renewalSpread()).isEqualTo(DurationText.parse(spread));
        assertThat(EffectiveConfiguration.print(settings))
                .contains("algorithm: ES256")
                .doesNotContain("BEGIN");
    }

    private String withFiles(String text) {
        return text.replace("EC.PEM", key.toString()).replace("CA.PEM", certificate.toString());
    }

    private BridgeSettings read(String yaml) throws IOException {
        Files.writeString(file, yaml);
        return ConfigurationFile.read(file, BridgeSettings.class);
    }
}

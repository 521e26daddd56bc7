package dev.fleethealth.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFileTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("PASSWORD", "hunter2", "POD", "bridge-0");

    private final Path folder;

    ConfigurationFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shouldFillInDefaultsWhenKeysAreAbsent() throws IOException {
        // When
        ExampleSettings settings = read("{}");

        // Then
        assertThat(settings)
                .isEqualTo(new ExampleSettings(
                        List.of(),
                        Duration.ofSeconds(30),
                        0.5,
                        ExampleSettings.Mood.WARM,
                        new ExampleSettings.Endpoint("127.0.0.1", 9401),
                        new ExampleSettings.Limits(10, Duration.ofMinutes(90)),
                        KafkaProperties.NONE));
    }

    @Test
    void shouldReadEveryKindOfSetting() throws IOException {
        // When
        ExampleSettings settings = read("""
                sources:
                  - type: mqtt
                    name: plant
                    broker: mqtts://broker:8883
                    password: ${env:PASSWORD}
                    clean-start: true
                  - type: file
                    name: log-of-${env:POD}
                timeout: 200ms
                mood: ice-cold
                endpoint: {bind-address: 0.0.0.0}
                limits: {max-in-flight: 7}
                kafka:
                  bootstrap.servers: kafka:9092
                  linger.ms: 1
                  sasl.jaas.config: module required password="${env:PASSWORD}";
                """);

        // Then
        assertThat(settings.sources())
                .containsExactly(
                        new ExampleSettings.Source.Mqtt(
                                "plant", URI.create("mqtts://broker:8883"), Optional.of(new Secret("hunter2")), true),
                        new ExampleSettings.Source.LogFile("log-of-bridge-0"));
        assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.mood()).isEqualTo(ExampleSettings.Mood.ICE_COLD);
        assertThat(settings.endpoint()).isEqualTo(new ExampleSettings.Endpoint("0.0.0.0", 9401));
        assertThat(settings.limits().maxInFlight()).isEqualTo(7);
        assertThat(settings.kafka().values())
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("linger.ms", "1")
                .containsEntry("sasl.jaas.config", "module required password=\"hunter2\";");
    }

    @Test
    void shouldReadSecretFromFileWithoutItsLineBreak() throws IOException {
        // Given
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");

        // When
        ExampleSettings settings =
                read("sources: [{type: mqtt, name: a, broker: 'mqtt://b', password: '${file:" + secret + "}'}]");

        // Then
        assertThat(((ExampleSettings.Source.Mqtt) settings.sources().get(0)).password())
                .contains(new Secret("hunter2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            timeuot: 5s                                  | timeuot: unknown key, did you mean timeout?
            maxInFlight: 5                               | maxInFlight: unknown key, expected one of endpoint, kafka, limits, mood, ratio, sources, timeout
            limits: {maxInFlight: 5}                     | limits.maxInFlight: unknown key, did you mean max-in-flight?
            timeout: 5                                   | timeout: expected a duration such as 200ms, 90s, 5m or 1h30m, was 5
            timeout: 5 minutes                           | timeout: expected a duration such as 200ms, 90s, 5m or 1h30m, was "5 minutes"
            timeout:                                     | timeout: expected a duration such as 200ms, 90s, 5m or 1h30m, was empty
            ratio: half                                  | ratio: expected a number, was "half"
            mood: tepid                                  | mood: expected one of ice-cold, warm, was "tepid"
            limits: {max-in-flight: 1.5}                 | limits.max-in-flight: expected a whole number, was 1.5
            limits: {max-in-flight: "5"}                 | limits.max-in-flight: expected a whole number, was "5"
            limits: {max-in-flight: 99999999999}         | limits.max-in-flight: expected a whole number, was 99999999999
            limits: {max-in-flight: 0}                   | limits.max-in-flight: expected 1 to 100, was 0
            limits: {window: 0s}                         | limits: window and max-in-flight do not fit
            limits: 7                                    | limits: expected a mapping, was 7
            sources: {name: a}                           | sources: expected a list, was a mapping
            sources: [{name: a}]                         | sources[0].type: expected one of file, mqtt, was empty
            sources: [{type: tcp}]                       | sources[0].type: expected one of file, mqtt, was "tcp"
            sources: [{type: file}]                      | sources[0].name: required, expected text
            sources: [{type: file, name: 7}]             | sources[0].name: expected text, was 7
            sources: [{type: file, name: a}, {type: mqtt, name: b, broker: 'a b'}] | sources[1].broker: expected a URI, was "a b"
            sources: [{type: mqtt, name: b, broker: a, clean-start: often}] | sources[0].clean-start: expected true or false, was "often"
            sources: [{type: mqtt, name: b, broker: a, password: hunter2}] | sources[0].password: expected a reference ${env:NAME} or ${file:/path}
            sources: [{type: mqtt, name: b, broker: a, password: '${env:NONE}'}] | sources[0].password: environment variable NONE is not set
            sources: [{type: mqtt, name: b, broker: a, password: '${file:/none}'}] | sources[0].password: secret file /none cannot be read
            sources: [{type: file, name: 'a-${env:NONE}'}] | sources[0].name: environment variable NONE is not set
            kafka: {ssl: {a: b}}                         | kafka.ssl: expected text, a number, true or false, was a mapping
            kafka: {a: '${env:NONE}'}                    | kafka.a: environment variable NONE is not set
            [1, 2]                                       | expected a mapping, was a list
            """)
    void shouldSayWhereAndWhatWhenAValueIsWrong(String yaml, String expected) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(yaml))
                .withMessage(folder.resolve("example.yaml") + ": " + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timeout: [5s            | line 1
            timeout: 5s; timeout: 6s | uplicate
            --- 1; --- 2            | line 2
            ''                      | expected a mapping, was empty
            """)
    void shouldSayWhereAndWhatWhenTheFileIsNoGoodYaml(String yaml, String expected) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(yaml.replace("; ", "\n")))
                .withMessageStartingWith(folder.resolve("example.yaml") + ": ")
                .withMessageContaining(expected)
                .satisfies(error -> assertThat(error.getMessage()).hasLineCount(1));
    }

    @Test
    void shouldSayWhenThereIsNoSuchFile() {
        Path none = folder.resolve("none.yaml");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfigurationFile.read(none, ExampleSettings.class))
                .withMessage(none + ": no such file");
    }

    @Test
    void shouldMaskSecretsWhenPrinted() throws IOException {
        // Given
        ExampleSettings settings = read("""
                sources: [{type: mqtt, name: "7", broker: "mqtt://b", password: "${env:PASSWORD}"}]
                kafka:
                  bootstrap.servers: kafka:9092
                  client.id: "${env:PASSWORD}"
                  ssl.truststore.password: hunter2
                  basic.auth.user.info: me:hunter2
                  bearer.auth.token: hunter2
                  sasl.jaas.config: hunter2
                """);

        // When
        String printed = EffectiveConfiguration.print(settings);

        // Then
        assertThat(printed).isEqualTo("""
                        sources:
                          - type: mqtt
                            name: "7"
                            broker: mqtt://b
                            password: '****'
                            clean-start: false
                        timeout: 30s
                        ratio: 0.5
                        mood: warm
                        endpoint:
                          bind-address: 127.0.0.1
                          port: 9401
                        limits:
                          max-in-flight: 10
                          window: 1h30m
                        kafka:
                          basic.auth.user.info: '****'
                          bearer.auth.token: '****'
                          bootstrap.servers: kafka:9092
                          client.id: '****'
                          sasl.jaas.config: '****'
                          ssl.truststore.password: '****'
                        """);
        assertThat(settings.toString() + settings.kafka()).doesNotContain("hunter2");
    }

    private ExampleSettings read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("example.yaml"), yaml);
        return ConfigurationFile.read(file, ExampleSettings.class, ENVIRONMENT::get);
    }
}

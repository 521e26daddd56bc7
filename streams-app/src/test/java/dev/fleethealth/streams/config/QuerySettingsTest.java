package dev.fleethealth.streams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.ConfigurationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySettingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "bind-address: localhost",
                "{bind-address: 0.0.0.0, allow-anonymous: true}",
                "{bind-address: 0.0.0.0, token: '${file:FOLDER/long}'}"
            })
    void shouldAcceptAPortThatOnlyThoseReachWhoMay(String yaml) throws IOException {
        assertThat(read(yaml).port()).isEqualTo(9480);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bind-address: 0.0.0.0|token: required where other machines can connect, expected ${env:NAME} or ${file:/path}, or allow-anonymous
            token: '${file:FOLDER/short}'|token: expected at least 16 characters
            {token: '${file:FOLDER/long}', allow-anonymous: true}|allow-anonymous: expected only without token
            requests-per-second: 0|requests-per-second: expected 1 to 100000, was 0
            burst: 0|burst: expected 1 to 100000, was 0
            tls: {}|tls.certificate: required, expected the PEM file of the port's certificate
            """)
    void shouldRefuseWhatWouldLetInAnybodyOrNobody(String yaml, String expected) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(yaml))
                .withMessageEndingWith(expected);
    }

    @Test
    void shouldTellOnlyWhatConcernsTheFleet() throws IOException {
        // Given
        Path file = folder.resolve("streams.yaml");
        Files.writeString(file, """
                kafka: {bootstrap.servers: "kafka:9092", ssl.key.password: "${file:FOLDER/long}"}
                ignore: {usernames: [probe-user]}
                fleets:
                  - match: trains
                    detectors: {takeover-loop: {takeovers: 7}}
                  - match: other-customer
                    detectors: {takeover-loop: {takeovers: 9}}
                """.replace("FOLDER", folder.toString()));
        Files.writeString(folder.resolve("long"), "a-very-long-secret-text");
        StreamsConfiguration configuration =
                ProgramConfiguration.load(Optional.of(file)).settings();

        // When
        String shown = configuration.detectorsOf("trains");

        // Then
        assertThat(shown)
                .contains("takeover-loop:", "match: trains", "takeovers: 7", "grace: 30s")
                .doesNotContain("other-customer", "secret", "kafka", "probe-user");
    }

    private QuerySettings read(String yaml) throws IOException {
        Files.writeString(folder.resolve("long"), "a-very-long-secret-text");
        Files.writeString(folder.resolve("short"), "short");
        Path file = folder.resolve("query.yaml");
        Files.writeString(file, yaml.replace("FOLDER", folder.toString()));
        return ConfigurationFile.read(file, QuerySettings.class);
    }
}

package dev.fleethealth.streams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.session.SourceRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramConfigurationTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aplication-id: x                              | aplication-id: unknown key, did you mean application-id?
            application-id: "a b"                         | application-id: expected 1 to 100 letters
            kafka: {application.id: x}                    | kafka.application.id: expected no such key: the program sets it, use application-id
            kafka: {consumer.group.id: x}                 | kafka.consumer.group.id: expected no such key: the program sets it, use application-id
            kafka: {processing.guarantee: x}              | kafka.processing.guarantee: expected no such key: the program sets it, use processing.guarantee
            kafka: {default.value.serde: x}               | kafka.default.value.serde: expected no such key: the program sets it, use serdes
            kafka: {producer.value.serializer: x}         | kafka.producer.value.serializer: expected no such key: the program sets it, use serdes
            kafka: {producer.acks: 0}                     | kafka.producer.acks: expected no such key: the program sets it, it is fixed
            kafka: {state.dir: /tmp}                      | kafka.state.dir: expected no such key: the program sets it, use state.directory
            topics: {alerts: "a b"}                       | topics.alerts: expected a name of a Kafka topic
            topics: {alerts: x, dead-letter: x}           | topics.dead-letter: expected three different topics
            processing: {guarantee: exactly_once_v2}      | processing.guarantee: expected one of at-least-once, exactly-once
            processing: {commit-interval: 1ms}            | processing.commit-interval: expected 10ms to 10s, was 1ms
            processing: {threads: 0}                      | processing.threads: expected 1 to 64, was 0
            processing: {session-timeout: 1s}             | processing.session-timeout: expected 6s to 5m, was 1s
            processing: {replication-factor: 0}           | processing.replication-factor: expected -1
            state: {store: disk}                          | state.store: expected one of memory, rocksdb
            state: {memory-mebibytes: 1}                  | state.memory-mebibytes: expected 16 to 1048576, was 1
            management: {port: 99999}                     | management.port: expected 0 to 65535, was 99999
            metrics: {max-fleets: 0}                      | metrics.max-fleets: expected 1 to 10000, was 0
            detection: {grace: 30}                        | detection.grace: expected a duration
            detection: {tick: 1m}                         | detection.tick: expected 10ms to 10s, was 1m
            detectors: {takeover-lop: {}}                 | detectors.takeover-lop: unknown key, did you mean takeover-loop?
            detectors: {takeover-loop: {takeover: 3}}     | detectors.takeover-loop.takeover: unknown key, did you mean takeovers?
            detectors: {takeover-loop: {takeovers: 0}}    | detectors.takeover-loop: takeovers: expected
            detectors: {takeover-loop: {enabled: 1}}      | detectors.takeover-loop.enabled: expected true or false
            detectors: {takeover-loop: 5}                 | detectors.takeover-loop: expected a mapping
            fleets: {lab: {}}                             | fleets: expected a list, was a mapping
            fleets: [{detectors: {}}]                     | fleets[0].match: required, expected text
            fleets: [{match: a}, {match: "/(/"}]          | fleets[1].match: expected a regular expression (RE2 syntax) between the slashes, was "/(/"
            fleets: [{match: a}, {match: b}, {match: a}]  | fleets[2].match: expected another pattern than that of fleets[0], which comes first, was "a"
            fleets: [{match: a, detectors: {takeover-lop: {}}}] | fleets[0].detectors.takeover-lop: unknown key, did you mean takeover-loop?
            fleets: [{match: a, detectors: {takeover-loop: {takeover: 1}}}] | fleets[0].detectors.takeover-loop.takeover: unknown key, did you mean takeovers?
            fleets: [{match: a, detectors: {takeover-loop: {takeovers: 0}}}] | fleets[0].detectors.takeover-loop: takeovers: expected
            fleets: [{match: a, detectors: {takeover-loop: {enabled: 1}}}] | fleets[0].detectors.takeover-loop.enabled: expected true or false
            maintenance: [{from: 2026-12-01T22:00:00Z, to: 2026-12-01T23:00:00Z}] | maintenance[0].fleets: expected at least one name or pattern
            maintenance: [{fleets: [a]}]                  | maintenance[0].from: expected either from and to, or weekly
            maintenance: [{fleets: [a], from: 2026-12-01T22:00:00Z}] | maintenance[0].from: expected either from and to, or weekly
            maintenance: [{fleets: [a, "/(/"]}]           | maintenance[0].fleets[1]: expected a regular expression
            maintenance: [{fleets: [a], from: 2026-12-01T22:00:00, to: 2026-12-01T23:00:00Z}] | maintenance[0].from: expected a time with its offset such as 2026-12-01T22:00:00+01:00, was "2026-12-01T22:00:00"
            maintenance: [{fleets: [a], from: 2026-12-01T22:00:00Z, to: 2026-12-01T22:00:00+01:00}] | maintenance[0].to: expected a time after from, was 2026-12-01T21:00:00Z
            maintenance: [{fleets: [a], detectors: [storm], weekly: {at: "02:00", zone: UTC, duration: 1h}}] | maintenance[0].detectors.storm: unknown key
            maintenance: [{fleets: [a], weekly: {at: "25:00", zone: UTC, duration: 1h}}] | maintenance[0].weekly.at: expected a time of day such as 02:30, was "25:00"
            maintenance: [{fleets: [a], weekly: {at: "02:00", zone: Mars/Base, duration: 1h}}] | maintenance[0].weekly.zone: expected a time zone such as Europe/Berlin, was "Mars/Base"
            maintenance: [{fleets: [a], weekly: {at: "02:00", zone: UTC, duration: 8d}}] | maintenance[0].weekly.duration: expected 1s to 7d, was 8d
            maintenance: [{fleets: [a], weekly: {days: [mon], at: "02:00", zone: UTC, duration: 1h}}] | maintenance[0].weekly.days[0]: expected one of
            ignore: {client-ids: [a, ""]}                 | ignore.client-ids[1]: expected a name, a glob or a /regular expression/, was empty
            ignore: {addresses: [example.com]}            | ignore.addresses[0]: expected an IP address or a block of them such as 10.1.0.0/16 or fd00::/8, was "example.com"
            ignore: {client-id: [a]}                      | ignore.client-id: unknown key, did you mean client-ids?
            sources: {emqx: {idle-limit: soon}}           | sources.emqx.idle-limit: expected a duration
            """)
    void shouldNameFileKeyAndExpectationWhenASettingIsWrong(String yaml, String problem) throws IOException {
        // Given
        Path file = file(yaml);
        // When / Then
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ProgramConfiguration.load(Optional.of(file)))
                .withMessageStartingWith(file + ": " + problem)
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("\n"));
    }

    @Test
    void shouldRequireBootstrapServersWhenKafkaIsNeeded() throws IOException {
        // Given
        Path file = file("application-id: x");
        // When / Then
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ProgramConfiguration.loadForKafka(file))
                .withMessageStartingWith(file + ": kafka.bootstrap.servers: required");
    }

    @Test
    void shouldHoldAllDefaultsWhenThereIsNoFile() {
        // When
        ProgramConfiguration configuration = ProgramConfiguration.load(Optional.empty());
        // Then
        assertThat(configuration.detection().grace()).isEqualTo(Duration.ofSeconds(30));
        assertThat(configuration.detection().policy().others())
                .extracting(Detector::id)
                .contains("takeover-loop")
                .isSorted();
        assertThat(configuration.settings().management().port()).isEqualTo(9402);
    }

    @Test
    void shouldLeaveADetectorOutWhenItIsSwitchedOff() throws IOException {
        // Given
        Path file = file("detectors: {takeover-loop: {enabled: false}}");
        // When
        ProgramConfiguration configuration = ProgramConfiguration.load(Optional.of(file));
        // Then
        assertThat(configuration.detection().policy().others())
                .extracting(Detector::id)
                .doesNotContain("takeover-loop");
    }

    @Test
    void shouldKeepTheOtherDefaultsWhenOneSettingOfADetectorIsGiven() throws IOException {
        // Given
        Path file = file("detectors: {takeover-loop: {takeovers: 9}}");
        // When
        String effective = ProgramConfiguration.load(Optional.of(file)).print();
        // Then
        assertThat(effective).contains("""
                  takeover-loop:
                    enabled: true
                    takeovers: 9
                    window: 5m
                """.indent(0));
    }

    @Test
    void shouldShowWhatHoldsForTheDetectorsThatARuleNames() throws IOException {
        // Given
        Path file = file("""
                detectors: {takeover-loop: {takeovers: 9, enabled: false}}
                fleets:
                  - match: lab-*
                    detectors: {takeover-loop: {enabled: true}, mass-disconnect: {enabled: false}}
                """);
        // When
        ProgramConfiguration configuration = ProgramConfiguration.load(Optional.of(file));
        // Then
        assertThat(configuration.print()).contains("""
                fleets:
                  - match: lab-*
                    detectors:
                      mass-disconnect:
                        enabled: false
                        devices: 20
                """).contains("""
                      takeover-loop:
                        enabled: true
                        takeovers: 9
                        window: 5m
                maintenance: []
                """);
    }

    @Test
    void shouldKnowDocumentedIdleLimitsUnlessTheFileSaysOtherwise() throws IOException {
        // Given
        Path silent = file("sources: {clearblade: {credential-lifetimes: [24h]}}");
        // When
        SourceRules kept = ProgramConfiguration.load(Optional.of(silent))
                .detection()
                .sources()
                .get("clearblade");
        Path none = file("sources: {clearblade: {idle-limit: 0s}}");
        SourceRules off = ProgramConfiguration.load(Optional.of(none))
                .detection()
                .sources()
                .get("clearblade");
        // Then
        assertThat(kept).isEqualTo(new SourceRules(List.of(Duration.ofHours(24)), Optional.of(Duration.ofMinutes(20))));
        assertThat(off).isEqualTo(SourceRules.NONE);
    }

    @Test
    void shouldAcceptWhatItPrinted() throws IOException {
        // Given
        ProgramConfiguration configuration = ProgramConfiguration.load(Optional.empty());
        // When
        ProgramConfiguration again = ProgramConfiguration.load(Optional.of(file(configuration.print())));
        // Then
        assertThat(again.print()).isEqualTo(configuration.print());
    }

    @Test
    void shouldShowTheDefaultsInTheExample() throws Exception {
        // Given
        Path example = Path.of(ProgramConfiguration.class
                .getResource("/fleet-streams-example.yaml")
                .toURI());
        // When
        ProgramConfiguration configuration = ProgramConfiguration.loadForKafka(example);
        // Then
        ProgramConfiguration defaults = ProgramConfiguration.load(Optional.of(file(
                "kafka: {bootstrap.servers: \"kafka:9092\", schema.registry.url: \"http://schema-registry:8081\"}")));
        assertThat(configuration
                        .print()
                        .lines()
                        .filter(line -> !line.startsWith("sources"))
                        .toList())
                .containsAll(defaults.print()
                        .lines()
                        .filter(line -> !line.startsWith("sources"))
                        .toList());
        assertThat(configuration.detection().sources())
                .isEqualTo(defaults.detection().sources());
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("fleet-streams.yaml"), yaml);
    }
}

package dev.fleethealth.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.json.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsMainTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void shouldPrintOpeningAndResolutionWhenABacktestFindsTrouble() throws IOException {
        // Given
        Path events = recorded(4);
        // When
        int exitCode = execute("backtest", events.toString());
        // Then
        List<Alert> alerts = out.toString()
                .lines()
                .map(line -> CanonicalJson.read(line, Alert.class))
                .toList();
        assertThat(exitCode).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(alerts).extracting(Alert::getDetector).containsOnly("takeover-loop");
        assertThat(alerts.get(0).getState()).isEqualTo(AlertState.OPEN);
        assertThat(alerts.get(0).getOpenedAt()).isBetween(START.plusSeconds(20), START.plusSeconds(21));
        assertThat(alerts.get(alerts.size() - 1).getState()).isEqualTo(AlertState.RESOLVED);
        assertThat(alerts.get(alerts.size() - 1).getUpdatedAt())
                .isBetween(START.plus(Duration.ofMinutes(5)), START.plus(Duration.ofMinutes(10)));
    }

    @Test
    void shouldPrintNothingWhenOneTakeoverLess() throws IOException {
        // When
        int exitCode = execute("backtest", recorded(3).toString());
        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldFollowTheConfigurationWhenABacktestHasOne() throws IOException {
        // Given
        Path config = Files.writeString(
                directory.resolve("fleet-streams.yaml"), "detectors: {takeover-loop: {takeovers: 3}}");
        // When
        execute("backtest", "--config", config.toString(), recorded(3).toString());
        // Then
        assertThat(out.toString()).contains("\"state\":\"OPEN\"");
    }

    @Test
    void shouldNameTheLineWhenAnEventIsBroken() throws IOException {
        // Given
        Path events = recorded(1);
        Files.writeString(events, Files.readString(events) + "{\"eventId\": 7}\n");
        // When
        int exitCode = execute("backtest", events.toString());
        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("fleet-streams: " + events + ": line 4: ");
    }

    @Test
    void shouldSkipAByteOrderMarkWhenAFileBeginsWithIt() throws IOException {
        // Given
        Path events = recorded(4);
        Files.writeString(events, "\uFEFF" + Files.readString(events));
        // When
        int exitCode = execute("backtest", events.toString());
        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("\"state\":\"OPEN\"");
    }

    @Test
    void shouldPrintOneAlignedLineAnEpisodeWhenATableIsAskedFor() throws IOException {
        // When
        int exitCode = execute("backtest", "--format", "table", recorded(4).toString());
        // Then
        List<String> lines = out.toString().lines().toList();
        assertThat(exitCode).isZero();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .startsWith("2026-11-20 10:00:20  5 min ")
                .contains("WARNING", "takeover-loop", "plant-7 / pump-42", "duplicate-client-id");
        assertThat(lines.get(1).indexOf("takeover-loop")).isEqualTo(lines.get(0).indexOf("DETECTOR"));
    }

    @Test
    void shouldPrintWhatMovesWhenAnotherConfigurationIsCompared() throws IOException {
        // Given
        Path other = Files.writeString(directory.resolve("other.yaml"), "detectors: {takeover-loop: {takeovers: 2}}");
        // When
        int exitCode = execute(
                "backtest",
                "--compare",
                other.toString(),
                "--format",
                "table",
                recorded(4).toString());
        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString().lines().toList())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("MOVED", "plant-7 / pump-42", "opened 10.0 s earlier"))
                .endsWith("0 added, 0 lost, 1 moved, 0 the same.");
    }

    @Test
    void shouldCountForProgramsWhenAnotherConfigurationIsCompared() throws IOException {
        // Given
        Path other = Files.writeString(directory.resolve("other.yaml"), "detectors: {takeover-loop: {takeovers: 5}}");
        // When
        execute("backtest", "--compare", other.toString(), recorded(4).toString());
        // Then
        assertThat(out.toString().lines().toList())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .contains("\"change\":\"LOST\"", "\"dedupKey\":\"takeover-loop/DEVICE/plant-7/pump-42\""))
                .endsWith("{\"added\":0,\"lost\":1,\"moved\":0,\"same\":0}");
    }

    @Test
    void shouldExitWithOneAndSayWhereKafkaIsNotWhenItDoesNotAnswer() throws IOException {
        // Given
        Path config = Files.writeString(directory.resolve("fleet-streams.yaml"), """
                kafka:
                  bootstrap.servers: "127.0.0.1:1"
                  schema.registry.url: "mock://none"
                  request.timeout.ms: 300
                  default.api.timeout.ms: 600
                """);
        // When
        int exitCode = execute("backtest", "--config", config.toString(), "--topic", "--from", "1795000000000");
        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("fleet-streams: Kafka at 127.0.0.1:1 does not answer: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backtest missing.jsonl",
                "backtest --config missing.yaml",
                "backtest --format xml",
                "backtest --from 2026-11-20T10:00:00Z",
                "backtest --topic",
                "backtest --topic --from yesterday",
                "backtest --topic --from 2026-11-20T10:00:00Z",
                "backtest --topic --from 2026-11-20T10:00:00Z --to 2026-11-20T10:00:00Z",
                "backtest --topic events --from 1 --warm-up long",
                "backtest --topic events --from 1 events.jsonl",
                "run",
                "run --config missing.yaml",
                "validate",
                "validate --config missing.yaml",
                "topology surplus",
                "unknown"
            })
    void shouldExitWithTwoAndOneLineWhenArgumentsAreWrong(String arguments) {
        // When
        int exitCode = execute(arguments.split(" "));
        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("fleet-streams: ");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "run --help", "backtest --help", "topology --help", "validate --help", "--version"})
    void shouldHelpWhenAsked(String arguments) {
        // When
        int exitCode = execute(arguments.split(" "));
        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("fleet-streams");
    }

    @Test
    void shouldPrintTheEffectiveConfigurationWithoutSecrets() throws IOException {
        // Given
        Path config = Files.writeString(directory.resolve("fleet-streams.yaml"), """
                kafka:
                  bootstrap.servers: kafka:9092
                  sasl.jaas.config: canary-1
                  schema.registry.url: http://registry:8081
                  basic.auth.user.info: user:canary-2
                """);
        // When
        int exitCode = execute("validate", "--config", config.toString());
        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("takeover-loop", "grace: 30s").doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", schema.registry.url: \"ftp://x\""})
    void shouldRefuseASchemaRegistryThatCannotBe(String registry) throws IOException {
        // Given
        Path config = Files.writeString(
                directory.resolve("fleet-streams.yaml"), "kafka: {bootstrap.servers: \"kafka:9092\"" + registry + "}");
        // When
        int exitCode = execute("validate", "--config", config.toString());
        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("fleet-streams: " + config + ": kafka: ")
                .contains("schema.registry.url");
    }

    @Test
    void shouldRefuseASerdeThatIsNone() throws IOException {
        // Given
        Path config = Files.writeString(directory.resolve("fleet-streams.yaml"), """
                kafka: {bootstrap.servers: "kafka:9092", schema.registry.url: "http://registry:8081"}
                serdes: {alerts: java.lang.String}
                """);
        // When
        int exitCode = execute("validate", "--config", config.toString());
        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("serdes.alerts: expected a class on the class path that is a Kafka Serde");
    }

    /**
     * Pins every name: a changed one is a changed changelog or repartition topic, and so lost state at an upgrade. When the
     * change is meant, copy what {@code fleet-streams topology} prints.
     */
    @Test
    void shouldKeepTheTopologyOfTheLastRelease() throws IOException {
        // When
        int exitCode = execute("topology");
        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines(resource("/topology.txt"));
    }

    private int execute(String... arguments) {
        return StreamsMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path recorded(int takeovers) throws IOException {
        return Files.write(
                directory.resolve("events.jsonl"),
                TakeoverLoop.events(takeovers, START).map(CanonicalJson::write).toList());
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(StreamsMainTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

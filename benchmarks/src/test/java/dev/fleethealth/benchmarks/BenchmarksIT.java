package dev.fleethealth.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.DialectRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the benchmarks with a few events, so that they still work when they are needed. */
@Timeout(180)
class BenchmarksIT {
    @TempDir
    private Path directory;

    @Test
    void shouldMeasureAllLanesWhenItRunsWithAFewEvents() {
        // When
        String report = run("streams", "--in-process", "--events", "4000", "--devices", "400", "--rounds", "1");

        // Then
        assertThat(report)
                .containsPattern(rowWithFigures("L1: plain consumer, decode"))
                .containsPattern(rowWithFigures("L2: Kafka Streams, decode and count"))
                .containsPattern(rowWithFigures("Fleet Health, state in RocksDB"))
                .containsPattern(rowWithFigures("Fleet Health, state in memory"))
                .containsPattern("Fleet Health, state in memory +\\| [0-9.]+ % +\\| [0-9.]+ % +\\| [1-9]")
                .doesNotContain("NaN");
    }

    @Test
    void shouldMeasureABacktestWhenItRunsWithAFewEvents() {
        // When
        String report = run("backtest", "--events", "2000", "--devices", "200", "--rounds", "1");

        // Then
        assertThat(report).containsPattern(rowWithFigures("backtest"));
    }

    @Test
    void shouldMeasureHowLateAlertsAreWhenItRunsForASecond() {
        // When
        String report = run(
                "delay", "--rate", "1000", "--devices", "100", "--fleets", "2", "--troubles", "3", "--seconds", "1");

        // Then
        assertThat(report)
                .containsPattern("takeover-loop +\\| 3 +\\| 3 +\\| [0-9,]*[1-9]")
                .containsPattern("reconnection-storm +\\| 3 +\\| 3 +\\| [0-9,]*[1-9]");
    }

    @Test
    void shouldMeasureQuestionsWhenItRunsForTwoSeconds() {
        // When
        String report =
                run("query", "--rate", "200", "--devices", "20", "--fleets", "2", "--before", "400", "--seconds", "2");

        // Then
        assertThat(report).containsPattern("timeline of a device +\\| [0-9,]*[1-9][0-9,]* +\\| [0-9.]*[1-9]");
    }

    @Test
    void shouldMeasureARestartWhenItRunsWithAFewEvents() {
        // When
        String report = run("restart", "--events", "2000", "--devices", "200", "--stores", "memory");

        // Then
        assertThat(report).containsPattern("memory +\\| [0-9.]+ +\\| [0-9.]+ +\\| [2-9],[0-9]{3}");
    }

    @Test
    void shouldMeasureTheBridgeBesideAClientThatDoesNothing() {
        // When
        String report = run("bridge", "--messages", "20000", "--rounds", "1", "--warm-up", "0");

        // Then
        assertThat(report)
                .containsPattern(rowWithFigures("L3: MQTT client, acknowledge at once"))
                .containsPattern(rowWithFigures("Fleet Health, acknowledge after Kafka"))
                .containsPattern("acknowledge after Kafka.*\\| ≤ [1-9]")
                .doesNotContain("NaN");
    }

    @Test
    void shouldMeasureTheBridgeWithABrokerThatCostsNothing() {
        // When
        String report = run(
                "bridge",
                "--broker",
                "flood",
                "--window",
                "20",
                "--messages",
                "20000",
                "--rounds",
                "1",
                "--warm-up",
                "0",
                "--steps");

        // Then
        assertThat(report)
                .containsPattern("nothing else with a window of 20\\.")
                .containsPattern(rowWithFigures("L3: MQTT client, acknowledge at once"))
                .containsPattern(rowWithFigures("Fleet Health, acknowledge after Kafka"))
                .containsPattern(rowWithFigures("the bridge's source, ignoring all"))
                .containsPattern(rowWithFigures("+ translate"))
                .containsPattern(rowWithFigures("+ encode"))
                .containsPattern(rowWithFigures("+ send to Kafka, without waiting for it"));
    }

    @Test
    void shouldMeasureEveryDialectAlone() {
        // When
        String report = run("translate", "--messages", "2000", "--rounds", "1");

        // Then
        assertThat(DialectRegistry.load().ids())
                .allSatisfy(dialect -> assertThat(report).containsPattern(rowWithFigures("| " + dialect)));
    }

    private String run(String... arguments) {
        Path file = directory.resolve("report.md");
        StringWriter out = new StringWriter();
        List<String> all = Stream.concat(Stream.of(arguments), Stream.of("--report", file.toString()))
                .toList();

        int exitCode = BenchmarksMain.commandLine().setOut(new PrintWriter(out)).execute(all.toArray(String[]::new));

        assertThat(exitCode).isZero();
        assertThat(file).hasContent(out.toString());
        return out.toString();
    }

    /** A cost above zero behind the name. */
    private static Pattern rowWithFigures(String lane) {
        return Pattern.compile(Pattern.quote(lane) + " +\\| [0-9,.]*[1-9]");
    }
}

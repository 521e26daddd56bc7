package dev.fleethealth.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.BadConfigurations.BadConfiguration;
import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import dev.fleethealth.testkit.process.ChildProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a configuration: the program ends soon, with code 2 and one line that names the place. */
@Tag("chaos")
@Timeout(600)
class BadConfigurationsIT {
    /** Builds share their machine with others, measurements don't. */
    private static final Duration SOON = ChaosSize.pick(Duration.ofSeconds(60), Duration.ofSeconds(5));

    private static final int STEP = ChaosSize.pick(15, 1);

    private final Path folder;

    BadConfigurationsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<BadConfiguration> all() {
        return BadConfigurations.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldNameThePlaceInOneLine(BadConfiguration bad) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("bridge.yaml"), bad.yaml());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        // When
        int code = BridgeMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("validate", "--config", file.toString());

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .hasLineCount(1)
                .startsWith("fleet-bridge: " + file + ": ")
                .contains(bad.error());
    }

    /** All of them in full size, some otherwise: each is a Java process. */
    @Test
    void shouldEndTheProgramSoonWithCodeTwo() throws Exception {
        // Given
        List<BadConfiguration> chosen = IntStream.iterate(0, index -> index < all().size(), index -> index + STEP)
                .mapToObj(all()::get)
                .toList();
        Duration longest = Duration.ZERO;

        for (int number = 0; number < chosen.size(); number++) {
            // When
            Path home = Files.createDirectories(folder.resolve("run-" + number));
            Path file = Files.writeString(
                    home.resolve("bridge.yaml"), chosen.get(number).yaml());
            long start = System.nanoTime();
            try (ChildProcess program = ChildProcess.java(
                    home, "-Xmx128m", "-jar", "target/fleet-bridge.jar", "run", "--config", file.toString())) {
                // Then
                assertThat(program.awaitExit(Duration.ofSeconds(60))).isEqualTo(2);
                Duration taken = Duration.ofNanos(System.nanoTime() - start);
                longest = taken.compareTo(longest) > 0 ? taken : longest;
                assertThat(program.output()).isEmpty();
                assertThat(program.errors())
                        .hasLineCount(1)
                        .contains(chosen.get(number).error());
            }
        }
        figure(chosen.size(), longest);
        assertThat(longest).isLessThan(SOON);
    }

    private static void figure(int programs, Duration longest) throws IOException {
        new Figure(
                        "23-bridge",
                        "Configuration errors",
                        "%d bad configurations, %d of them by the program".formatted(all().size(), programs),
                        "exit code 2 within 5 s, one line that names the key, a hint for unknown keys",
                        "longest %,d ms".formatted(longest.toMillis()))
                .write();
    }
}

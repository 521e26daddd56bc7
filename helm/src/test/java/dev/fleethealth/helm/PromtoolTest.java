package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fleethealth.testkit.process.InstalledProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules, before Prometheus' own tool. */
class PromtoolTest {
    private static final Optional<Path> PROMTOOL = InstalledProgram.find("promtool");

    @TempDir
    private Path directory;

    @BeforeEach
    void isHere() {
        assumeThat(PROMTOOL)
                .as("promtool is not on the PATH: apt-get install prometheus")
                .isPresent();
    }

    @Test
    void shouldReadTheRules() throws Exception {
        assertThat(promtool(
                        "check",
                        "rules",
                        Chart.ROOT.resolve("files/prometheus/rules.yaml").toString()))
                .contains("SUCCESS");
    }

    @Test
    void shouldFireWhenTheyShould() throws Exception {
        assertThat(promtool("test", "rules", "src/test/prometheus/rules-test.yaml"))
                .contains("SUCCESS");
    }

    private String promtool(String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(PROMTOOL.orElseThrow().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}

package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.bridge.command.ValidateCommand;
import dev.fleethealth.service.cli.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart writes for the programs is read by the programs. */
class RenderedConfigurationTest {
    private static final Pattern SECRET_FILE = Pattern.compile("\\$\\{file:([^}]+)}");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("examples")
    void shouldWriteWhatTheProgramsAccept(Path values) throws IOException {
        for (JsonNode manifest : new Chart(directory).manifests(values)) {
            accepts(manifest.at("/data/bridge.yaml"), new ValidateCommand());
            accepts(manifest.at("/data/streams.yaml"), new dev.fleethealth.streams.command.ValidateCommand());
        }
        assertThat(out.toString()).contains("bootstrap.servers");
    }

    @Test
    void shouldMakeEachReplicaAStaticMemberWithAStandby() throws IOException {
        // When
        shouldWriteWhatTheProgramsAccept(Chart.ROOT.resolve("ci/minimal-values.yaml"));

        // Then
        assertThat(out.toString())
                .contains("instance-id: fleet-health-0", "standby-replicas: 1", "client-id: fleet-health-0");
    }

    @Test
    void shouldLeaveTheUsersOwnSettingsAlone() throws IOException {
        // When
        shouldWriteWhatTheProgramsAccept(Chart.ROOT.resolve("ci/full-values.yaml"));

        // Then
        assertThat(out.toString())
                .contains("standby-replicas: 2", "threads: 2", "memory-mebibytes: 512", "security.protocol: SASL_SSL");
    }

    private void accepts(JsonNode configuration, Object validate) throws IOException {
        if (configuration.isMissingNode()) {
            return;
        }
        Path file = Files.writeString(directory.resolve("configuration.yaml"), withSecrets(configuration.asText()));
        int exitCode = Program.commandLine(validate)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("--config", file.toString());
        assertThat(exitCode).as(err.toString()).isZero();
    }

    /** Files that Kubernetes would mount. */
    private String withSecrets(String configuration) {
        return SECRET_FILE.matcher(configuration).replaceAll(this::mounted);
    }

    private String mounted(MatchResult reference) {
        try {
            Path file = directory.resolve(reference.group(1).substring(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, "0123456789abcdef0123456789abcdef");
            return Matcher.quoteReplacement("${file:" + file + "}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> examples() {
        return Chart.examples();
    }
}

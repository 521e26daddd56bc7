package dev.fleethealth.streams.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.service.cli.Program;
import dev.fleethealth.streams.command.BundleCommand;
import dev.fleethealth.streams.query.SampleFleets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BundleCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void shouldSaveTheBundleOfADeviceWhateverItsIdIs() throws Exception {
        try (RunningApi api = RunningApi.start()) {
            // Given
            Path file = folder.resolve("bundle.zip");

            // When
            int exit = run(api, "--device", SampleFleets.HOSTILE_DEVICE, "--output", file.toString());

            // Then
            assertThat(exit).as(err.toString()).isZero();
            assertThat(out.toString()).isEqualTo(file + System.lineSeparator());
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertThat(zip.getEntry("diagnosis.txt")).isNotNull();
            }
        }
    }

    @Test
    void shouldSayWhyThereIsNoneAndWriteNothing() throws Exception {
        try (RunningApi api = RunningApi.start()) {
            // Given
            Path file = folder.resolve("bundle.zip");

            // When
            int exit = run(api, "--device", SampleFleets.AMBIGUOUS_DEVICE, "--output", file.toString());

            // Then
            assertThat(exit).isEqualTo(1);
            assertThat(err.toString()).contains("409", "\"fleets\":[\"lab\",\"pumps\"]");
            assertThat(Files.exists(file)).isFalse();
        }
    }

    @Test
    void shouldNameTheOptionThatIsWrong() throws Exception {
        try (RunningApi api = RunningApi.start()) {
            assertThat(run(api, "--device", "x", "--token-file", "/no/such/file"))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("--token-file: expected a readable file, was /no/such/file");
        }
    }

    private int run(RunningApi api, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--url", api.uri("").toString()));
        arguments.addAll(List.of(options));
        return Program.commandLine(new BundleCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}

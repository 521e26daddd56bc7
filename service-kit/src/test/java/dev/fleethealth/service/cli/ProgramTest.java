package dev.fleethealth.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.service.config.ConfigurationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ProgramTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldExitWithTwoAndOneLineWhenArgumentsAreWrong() {
        assertThat(execute("--fial=configuration")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("example: Unknown option: '--fial=configuration'")
                .hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldExitWithTwoAndOneLineWhenConfigurationIsWrong() {
        assertThat(execute("--fail=configuration")).isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines("example: a.yaml: b: expected c\n");
    }

    @Test
    void shouldExitWithOneWhenAnythingElseFails() {
        assertThat(execute("--fail=else")).isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines("example: failed: broken\n");
    }

    @Test
    void shouldShowHelpAndVersion() {
        assertThat(execute("--help")).isZero();
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).contains("Usage: example").contains("example (not packaged)");
    }

    private int execute(String... arguments) {
        CommandLine command = Program.commandLine(new Example());
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    @Command(name = "example", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class)
    private static final class Example implements Callable<Integer> {
        @Option(names = "--fail")
        private String fail = "";

        @Override
        public Integer call() {
            if (fail.equals("configuration")) {
                throw new ConfigurationException("a.yaml: b: expected c");
            }
            throw new IllegalStateException("broken");
        }
    }
}

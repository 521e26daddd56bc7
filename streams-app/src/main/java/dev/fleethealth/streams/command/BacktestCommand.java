package dev.fleethealth.streams.command;

import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.streams.backtest.Backtest;
import dev.fleethealth.streams.backtest.BadEventException;
import dev.fleethealth.streams.config.ProgramConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs recorded events through the topology and prints the alerts that they would have raised. */
@Command(
        name = "backtest",
        description = "Read canonical events, one a line, and print the alert transitions that they cause.",
        mixinStandardHelpOptions = true)
public final class BacktestCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (YAML); without it, all defaults hold.")
    private @Nullable Path config;

    @Parameters(
            paramLabel = "FILE",
            defaultValue = STANDARD_INPUT,
            description = "Canonical events, one JSON object a line, in arrival order; - is standard input.")
    private String input = STANDARD_INPUT;

    @Override
    public Integer call() throws IOException {
        ProgramConfiguration configuration = ProgramConfiguration.load(Optional.ofNullable(config));
        PrintWriter out = spec.commandLine().getOut();
        try (BufferedReader events = open()) {
            new Backtest(configuration.detection()).run(events, alert -> out.println(CanonicalJson.write(alert)));
            return ExitCode.OK;
        } catch (BadEventException e) {
            spec.commandLine().getErr().println(spec.root().name() + ": " + shownInput() + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        } finally {
            out.flush();
        }
    }

    private BufferedReader open() throws IOException {
        if (input.equals(STANDARD_INPUT)) {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        }
        Path file = Path.of(input);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ParameterException(
                    spec.commandLine(), input + ": expected a readable file, or - for standard input");
        }
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    private String shownInput() {
        return input.equals(STANDARD_INPUT) ? "standard input" : input;
    }
}

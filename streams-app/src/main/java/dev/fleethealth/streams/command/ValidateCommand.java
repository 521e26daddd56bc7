package dev.fleethealth.streams.command;

import dev.fleethealth.streams.config.FileErrors;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.runtime.ValueSerdes;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether {@code run} would accept a configuration file, and what it would take it to mean. */
@Command(
        name = "validate",
        description = "Check a configuration file and print it with all defaults, secrets masked.",
        mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration file (YAML).")
    private Path config = Path.of("");

    @Override
    public Integer call() {
        ProgramConfiguration configuration = ProgramConfiguration.loadForKafka(config);
        FileErrors.in(config, () -> ValueSerdes.of(configuration.settings()));
        spec.commandLine().getOut().print(configuration.print());
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}

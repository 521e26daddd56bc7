package dev.fleethealth.bridge.command;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.kafka.EventSerializer;
import dev.fleethealth.bridge.runtime.Sources;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.service.config.EffectiveConfiguration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fleet-bridge validate}: whether a configuration is right, and what it amounts to. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks a configuration and prints it with all defaults filled in and all secrets masked.")
public final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration, YAML.")
    private Path config = Path.of("");

    @Override
    public Integer call() {
        BridgeSettings settings = ConfigurationFile.read(config, BridgeSettings.class);
        check(settings);
        command.commandLine().getOut().print(EffectiveConfiguration.print(settings));
        command.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    /** What the file alone can't tell: the dialects and the serializer are on the class path, or not. */
    private void check(BridgeSettings settings) {
        try (Sources sources = new Sources(settings);
                EventSerializer serializer = EventSerializer.of(settings.kafka())) {
            // Made, and that was the question.
        } catch (ConfigurationException e) {
            throw e.in(config);
        }
    }
}

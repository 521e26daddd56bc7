package dev.fleethealth.bridge;

import dev.fleethealth.bridge.command.DoctorCommand;
import dev.fleethealth.bridge.command.RunCommand;
import dev.fleethealth.bridge.command.TranslateCommand;
import dev.fleethealth.bridge.command.ValidateCommand;
import dev.fleethealth.service.cli.ManifestVersion;
import dev.fleethealth.service.cli.Program;
import dev.fleethealth.service.cli.ReadyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the bridge. */
@Command(
        name = "fleet-bridge",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = "Turns what MQTT brokers say about their connections into connection events on Kafka.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            TranslateCommand.class,
            ValidateCommand.class,
            ReadyCommand.class,
            DoctorCommand.class
        })
public final class BridgeMain {

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return Program.commandLine(new BridgeMain());
    }
}

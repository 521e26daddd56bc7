package dev.fleethealth.streams;

import dev.fleethealth.service.cli.ManifestVersion;
import dev.fleethealth.service.cli.Program;
import dev.fleethealth.service.cli.ReadyCommand;
import dev.fleethealth.streams.command.BacktestCommand;
import dev.fleethealth.streams.command.BundleCommand;
import dev.fleethealth.streams.command.DeliverCommand;
import dev.fleethealth.streams.command.PrepareCommand;
import dev.fleethealth.streams.command.QueryCommand;
import dev.fleethealth.streams.command.RunCommand;
import dev.fleethealth.streams.command.TopologyCommand;
import dev.fleethealth.streams.command.ValidateCommand;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line {@code fleet-streams}. */
@Command(
        name = "fleet-streams",
        description = "Finds what is wrong with the connections of MQTT fleets, and says why.",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PrepareCommand.class,
            RunCommand.class,
            DeliverCommand.class,
            QueryCommand.class,
            BacktestCommand.class,
            BundleCommand.class,
            TopologyCommand.class,
            ValidateCommand.class,
            ReadyCommand.class
        })
public final class StreamsMain {

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line; its streams can be replaced. Results are UTF-8 whatever the system's encoding is. */
    static CommandLine commandLine() {
        return Program.commandLine(new StreamsMain())
                .setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true));
    }
}

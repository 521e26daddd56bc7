package dev.fleethealth.benchmarks;

import dev.fleethealth.benchmarks.command.BacktestCommand;
import dev.fleethealth.benchmarks.command.BridgeCommand;
import dev.fleethealth.benchmarks.command.DayCommand;
import dev.fleethealth.benchmarks.command.DelayCommand;
import dev.fleethealth.benchmarks.command.QueryCommand;
import dev.fleethealth.benchmarks.command.RestartCommand;
import dev.fleethealth.benchmarks.command.StreamsCommand;
import dev.fleethealth.benchmarks.command.TranslateCommand;
import dev.fleethealth.service.cli.Program;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks. */
@Command(
        name = "benchmarks",
        description = "Measures what an event costs, side by side with what Kafka alone costs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StreamsCommand.class,
            BacktestCommand.class,
            DelayCommand.class,
            RestartCommand.class,
            DayCommand.class,
            BridgeCommand.class,
            TranslateCommand.class,
            QueryCommand.class
        })
public final class BenchmarksMain {

    /** Standard error is for the progress: programs that start and stop all the time have a lot to say. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "logback-benchmarks.xml");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return Program.commandLine(new BenchmarksMain())
                .setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true));
    }
}

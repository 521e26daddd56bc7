package dev.fleethealth.benchmarks.command;

import dev.fleethealth.benchmarks.measure.Recording;
import dev.fleethealth.benchmarks.measure.Rounds;
import dev.fleethealth.benchmarks.report.BacktestReport;
import dev.fleethealth.benchmarks.workload.Workload;
import dev.fleethealth.testkit.process.TemporaryDirectory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures {@code fleet-streams backtest}. */
@Command(
        name = "backtest",
        description = "Events per second that a backtest takes from a file.",
        mixinStandardHelpOptions = true)
public final class BacktestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkloadOptions workload = new WorkloadOptions();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(names = "--events", defaultValue = "1000000", description = "Events (${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        Workload recorded = workload.of(events);
        try (TemporaryDirectory directory = TemporaryDirectory.create()) {
            Recording recording = Recording.write(directory.path().resolve("events.jsonl"), recorded);
            Rounds measured =
                    Rounds.run(List.of(recording), rounds, spec.commandLine().getErr()::println);
            report.write(spec.commandLine().getOut(), new BacktestReport(recorded, measured, recording).toMarkdown());
            return ExitCode.OK;
        }
    }
}

package dev.fleethealth.benchmarks.command;

import dev.fleethealth.benchmarks.day.run.DayFiles;
import dev.fleethealth.benchmarks.day.run.Rehearsal;
import dev.fleethealth.benchmarks.day.story.MixedDay;
import dev.fleethealth.benchmarks.day.verdict.DayReport;
import dev.fleethealth.benchmarks.day.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A day of mixed fleets: what should be found against what is. */
@Command(
        name = "day",
        description = {
            "Writes a day of seven fleets on seven brokers as these report it, with incidents at known times,",
            "runs translate and backtest over it, and compares what is found with what should be."
        },
        mixinStandardHelpOptions = true)
public final class DayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path directory = Path.of("");

    @Option(names = "--seed", defaultValue = "1", description = "Of all that is random (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--share",
            defaultValue = "1",
            description = "Of the 5,000 devices (${DEFAULT-VALUE}); fleets get no smaller than 240 devices.")
    private double share;

    @Option(names = "--hours", defaultValue = "24", description = "Length of the day (${DEFAULT-VALUE}).")
    private int hours;

    /** Exits with 1 when anything is not as expected. */
    @Override
    public Integer call() throws Exception {
        MixedDay day = new MixedDay(seed, share, Duration.ofHours(hours));
        DayFiles files = new DayFiles(directory);
        Verdict verdict = new Verdict(day.expectations(), day.traps(), new Rehearsal(files, day.fleets()).run());
        String command = "benchmarks.jar day --seed %d --share %s --hours %d".formatted(seed, share, hours);
        String page = new DayReport(verdict, command, day.devices(), files.messages(day.fleets())).toMarkdown();
        report.write(spec.commandLine().getOut(), page);
        return verdict.faults().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}

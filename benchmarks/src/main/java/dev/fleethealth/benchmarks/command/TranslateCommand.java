package dev.fleethealth.benchmarks.command;

import dev.fleethealth.benchmarks.bridge.Translation;
import dev.fleethealth.benchmarks.measure.Rounds;
import dev.fleethealth.benchmarks.report.TranslateReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the dialects alone. */
@Command(
        name = "translate",
        description = "Messages per second that each dialect translates on one core.",
        mixinStandardHelpOptions = true)
public final class TranslateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(names = "--messages", defaultValue = "1000000", description = "Messages (${DEFAULT-VALUE}).")
    private int messages;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        List<Translation> dialects = Translation.all(messages);
        Rounds measured =
                Rounds.run(List.copyOf(dialects), rounds, spec.commandLine().getErr()::println);
        report.write(spec.commandLine().getOut(), new TranslateReport(measured, dialects).toMarkdown());
        return ExitCode.OK;
    }
}

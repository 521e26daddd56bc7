package dev.fleethealth.benchmarks.command;

import dev.fleethealth.benchmarks.bridge.Translation;
import dev.fleethealth.benchmarks.measure.Rounds;
import dev.fleethealth.benchmarks.profile.CpuProfile;
import dev.fleethealth.benchmarks.report.TranslateReport;
import java.util.List;
import java.util.Set;
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

    @Option(names = "--dialects", split = ",", description = "Which dialects (all).")
    private Set<String> only = Set.of();

    @Option(names = "--profile", description = "One run more of each dialect, to see where the time goes.")
    private boolean profile;

    @Override
    public Integer call() throws Exception {
        List<Translation> dialects = Translation.all(messages).stream()
                .filter(dialect -> only.isEmpty() || only.contains(dialect.dialectId()))
                .toList();
        Rounds measured =
                Rounds.run(List.copyOf(dialects), rounds, spec.commandLine().getErr()::println);
        String table = new TranslateReport(measured, dialects).toMarkdown();
        report.write(spec.commandLine().getOut(), profile ? table + profile(dialects) : table);
        return ExitCode.OK;
    }

    private static String profile(List<Translation> dialects) throws Exception {
        StringBuilder profiles = new StringBuilder();
        for (Translation dialect : dialects) {
            profiles.append("\n### ").append(dialect.name()).append("\n\n");
            CpuProfile.of(dialect, List.of("main")).forEach(found -> profiles.append(found.toMarkdown()));
        }
        return profiles.toString();
    }
}

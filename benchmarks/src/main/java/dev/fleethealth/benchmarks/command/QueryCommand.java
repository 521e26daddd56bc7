package dev.fleethealth.benchmarks.command;

import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.benchmarks.query.QueryRun;
import dev.fleethealth.benchmarks.report.QueryReport;
import dev.fleethealth.testkit.kafka.Broker;
import dev.fleethealth.testkit.kafka.KafkaProcess;
import dev.fleethealth.testkit.process.TemporaryDirectory;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long the timeline of a device takes while events come at a steady rate. */
@Command(
        name = "query",
        description = "From a question for a device's timeline to the answer, while events come.",
        mixinStandardHelpOptions = true)
public final class QueryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(names = "--rate", defaultValue = "5000", description = "Events a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--devices", defaultValue = "10000", description = "Devices (${DEFAULT-VALUE}).")
    private int devices;

    @Option(names = "--fleets", defaultValue = "20", description = "Fleets (${DEFAULT-VALUE}).")
    private int fleets;

    @Option(names = "--before", defaultValue = "500000", description = "Events that are there (${DEFAULT-VALUE}).")
    private int before;

    @Option(names = "--asks", defaultValue = "100", description = "Questions a second (${DEFAULT-VALUE}).")
    private int asks;

    @Option(names = "--seconds", defaultValue = "60", description = "How long it is asked (${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        try (Broker broker = KafkaProcess.start(EventTopic.BROKER_SETTINGS);
                TemporaryDirectory directory = TemporaryDirectory.create()) {
            QueryRun run = new QueryRun(
                    EventTopic.empty(broker), devices, fleets, before, rate, asks, Duration.ofSeconds(seconds));
            report.write(spec.commandLine().getOut(), new QueryReport(run, run.measure(directory.path())).toMarkdown());
            return ExitCode.OK;
        }
    }
}

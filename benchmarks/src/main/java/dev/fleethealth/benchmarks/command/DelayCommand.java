package dev.fleethealth.benchmarks.command;

import dev.fleethealth.benchmarks.delay.DelayRun;
import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.benchmarks.report.DelayReport;
import dev.fleethealth.streams.config.Guarantee;
import dev.fleethealth.streams.topology.StateStoreKind;
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

/** Measures how late alerts are while events come at a steady rate. */
@Command(
        name = "delay",
        description = "From the event that crosses a threshold to the alert in a read_committed consumer.",
        mixinStandardHelpOptions = true)
public final class DelayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(names = "--rate", defaultValue = "20000", description = "Events a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--devices", defaultValue = "200000", description = "Devices in ordinary life (${DEFAULT-VALUE}).")
    private int devices;

    @Option(names = "--fleets", defaultValue = "50", description = "Fleets in ordinary life (${DEFAULT-VALUE}).")
    private int fleets;

    @Option(names = "--troubles", defaultValue = "300", description = "Alerts of each kind (${DEFAULT-VALUE}).")
    private int troubles;

    @Option(names = "--seconds", defaultValue = "45", description = "How long they take in all (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--store", defaultValue = "memory", description = "State store (${DEFAULT-VALUE}).")
    private StateStoreKind store = StateStoreKind.MEMORY;

    @Option(names = "--guarantee", defaultValue = "exactly_once", description = "Guarantee (${DEFAULT-VALUE}).")
    private Guarantee guarantee = Guarantee.EXACTLY_ONCE;

    @Override
    public Integer call() throws Exception {
        try (Broker broker = KafkaProcess.start(EventTopic.BROKER_SETTINGS);
                TemporaryDirectory directory = TemporaryDirectory.create()) {
            DelayRun run = new DelayRun(
                    EventTopic.empty(broker),
                    store,
                    guarantee,
                    devices,
                    fleets,
                    rate,
                    troubles,
                    Duration.ofSeconds(seconds));
            report.write(spec.commandLine().getOut(), new DelayReport(run, run.measure(directory.path())).toMarkdown());
            return ExitCode.OK;
        }
    }
}

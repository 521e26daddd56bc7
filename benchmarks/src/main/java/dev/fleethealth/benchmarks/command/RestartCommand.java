package dev.fleethealth.benchmarks.command;

import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.benchmarks.measure.Restart;
import dev.fleethealth.benchmarks.report.RestartReport;
import dev.fleethealth.benchmarks.workload.Workload;
import dev.fleethealth.streams.topology.StateStoreKind;
import dev.fleethealth.testkit.kafka.Broker;
import dev.fleethealth.testkit.kafka.KafkaProcess;
import dev.fleethealth.testkit.process.TemporaryDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how soon the program works again after a stop. */
@Command(
        name = "restart",
        description = "Time from a start to RUNNING with state that is there, and with state that comes from Kafka.",
        mixinStandardHelpOptions = true)
public final class RestartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkloadOptions workload = new WorkloadOptions();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(names = "--events", defaultValue = "2000000", description = "Events before it (${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--stores",
            split = ",",
            defaultValue = "rocksdb,memory",
            description = "State stores to measure (${DEFAULT-VALUE}).")
    private List<StateStoreKind> stores = List.of();

    @Override
    public Integer call() throws Exception {
        try (Broker broker = KafkaProcess.start(EventTopic.BROKER_SETTINGS);
                TemporaryDirectory directory = TemporaryDirectory.create()) {
            Workload before = workload.of(events);
            EventTopic topic = EventTopic.fill(broker, before);
            List<Restart> restarts = new ArrayList<>();
            for (StateStoreKind store : stores) {
                restarts.add(Restart.measure(topic, store, directory.path()));
                spec.commandLine().getErr().println(restarts.get(restarts.size() - 1));
            }
            report.write(spec.commandLine().getOut(), new RestartReport(before, restarts).toMarkdown());
            return ExitCode.OK;
        }
    }
}

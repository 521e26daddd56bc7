package dev.fleethealth.benchmarks.command;

import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.benchmarks.measure.Detection;
import dev.fleethealth.benchmarks.measure.Lane;
import dev.fleethealth.benchmarks.measure.PlainConsumer;
import dev.fleethealth.benchmarks.measure.Rounds;
import dev.fleethealth.benchmarks.measure.StatelessStreams;
import dev.fleethealth.benchmarks.profile.CpuProfile;
import dev.fleethealth.benchmarks.report.StreamsReport;
import dev.fleethealth.benchmarks.workload.Workload;
import dev.fleethealth.streams.config.Guarantee;
import dev.fleethealth.streams.topology.StateStoreKind;
import dev.fleethealth.testkit.kafka.Broker;
import dev.fleethealth.testkit.kafka.KafkaBroker;
import dev.fleethealth.testkit.kafka.KafkaProcess;
import dev.fleethealth.testkit.process.TemporaryDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the topology on a real Kafka. */
@Command(
        name = "streams",
        description = "CPU per event of the whole topology, as a ratio to a plain consumer and a stateless topology.",
        mixinStandardHelpOptions = true)
public final class StreamsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkloadOptions workload = new WorkloadOptions();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(names = "--events", defaultValue = "4000000", description = "Events (${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--stores",
            split = ",",
            defaultValue = "rocksdb,memory",
            description = "State stores to measure (${DEFAULT-VALUE}).")
    private List<StateStoreKind> stores = List.of();

    @Option(
            names = "--guarantees",
            split = ",",
            defaultValue = "exactly_once",
            description = "Guarantees to measure: exactly_once, at_least_once (${DEFAULT-VALUE}).")
    private List<Guarantee> guarantees = List.of();

    @Option(names = "--in-process", description = "Run the broker in this JVM; its CPU time is then counted, too.")
    private boolean inProcess;

    @Option(names = "--profile", description = "One run more for each store, to see where the time goes.")
    private boolean profile;

    @Override
    public Integer call() throws Exception {
        try (Broker broker = inProcess
                        ? KafkaBroker.start(EventTopic.BROKER_SETTINGS)
                        : KafkaProcess.start(EventTopic.BROKER_SETTINGS);
                TemporaryDirectory directory = TemporaryDirectory.create()) {
            report.write(spec.commandLine().getOut(), measure(broker, directory.path()));
            return ExitCode.OK;
        }
    }

    private String measure(Broker broker, Path directory) throws Exception {
        PrintWriter progress = spec.commandLine().getErr();
        Workload events = workload.of(this.events);
        EventTopic topic = EventTopic.fill(broker, events);
        Lane consumer = new PlainConsumer(topic);
        Lane stateless = new StatelessStreams(topic, directory);
        List<Detection> detections = stores.stream()
                .flatMap(store ->
                        guarantees.stream().map(guarantee -> new Detection(topic, store, guarantee, directory)))
                .toList();
        Rounds.run(List.of(consumer, stateless), 1, line -> progress.println("warm-up: " + line));
        List<Lane> lanes = Stream.concat(Stream.of(consumer, stateless), detections.stream())
                .toList();
        Rounds measured = Rounds.run(lanes, rounds, progress::println);
        String tables = new StreamsReport(events, measured, consumer, stateless, detections).toMarkdown();
        return profile ? tables + profile(detections) : tables;
    }

    private static String profile(List<Detection> detections) throws Exception {
        StringBuilder profiles = new StringBuilder();
        for (Detection detection : detections) {
            profiles.append("\n### ").append(detection.name()).append("\n\n");
            CpuProfile.of(detection, List.of("StreamThread")).forEach(found -> profiles.append(found.toMarkdown()));
        }
        return profiles.toString();
    }
}

package dev.fleethealth.benchmarks.command;

import dev.fleethealth.benchmarks.bridge.Backlog;
import dev.fleethealth.benchmarks.bridge.BridgeConfiguration;
import dev.fleethealth.benchmarks.bridge.BridgeToKafka;
import dev.fleethealth.benchmarks.bridge.BridgeUpTo;
import dev.fleethealth.benchmarks.bridge.BrokerKind;
import dev.fleethealth.benchmarks.bridge.FloodProcess;
import dev.fleethealth.benchmarks.bridge.KeptMessages;
import dev.fleethealth.benchmarks.bridge.ReceiveOnly;
import dev.fleethealth.benchmarks.bridge.Step;
import dev.fleethealth.benchmarks.measure.Lane;
import dev.fleethealth.benchmarks.measure.Rounds;
import dev.fleethealth.benchmarks.profile.CpuProfile;
import dev.fleethealth.benchmarks.report.BridgeReport;
import dev.fleethealth.testkit.kafka.KafkaProcess;
import dev.fleethealth.testkit.mqtt.HivemqProcess;
import dev.fleethealth.testkit.process.TemporaryDirectory;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the bridge between a real MQTT broker and a real Kafka. */
@Command(
        name = "bridge",
        description = "Messages per second from MQTT to Kafka, as a ratio to an MQTT client that does nothing.",
        mixinStandardHelpOptions = true)
public final class BridgeCommand implements Callable<Integer> {
    private static final double MICROS_IN_A_SAMPLE = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(names = "--messages", defaultValue = "200000", description = "Messages (${DEFAULT-VALUE}).")
    private int messages;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--warm-up", defaultValue = "2", description = "Rounds before that don't count (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--broker",
            defaultValue = "hivemq",
            description = "hivemq, or flood: a broker that costs next to nothing (${DEFAULT-VALUE}).")
    private BrokerKind broker = BrokerKind.HIVEMQ;

    @Option(
            names = "--window",
            defaultValue = "50",
            description = "How many messages the broker lets be on their way to a client (${DEFAULT-VALUE}).")
    private int window;

    @Option(
            names = "--kafka",
            description = "A setting of the bridge's producer, such as linger.ms=1; may be repeated.")
    private Map<String, String> kafkaSettings = Map.of();

    @Option(names = "--steps", description = "Measure each step of the bridge's way, too.")
    private boolean steps;

    @Option(names = "--profile", description = "One run more of the bridge, to see where the time goes.")
    private boolean profile;

    @Override
    public Integer call() throws Exception {
        try (TemporaryDirectory directory = TemporaryDirectory.create();
                KafkaProcess kafka = KafkaProcess.start()) {
            report.write(spec.commandLine().getOut(), measure(kafka, directory.path()));
            return ExitCode.OK;
        }
    }

    private String measure(KafkaProcess kafka, Path folder) throws Exception {
        if (broker == BrokerKind.FLOOD) {
            try (FloodProcess flood = FloodProcess.start(folder, messages, window)) {
                return measure(flood, kafka, folder);
            }
        }
        System.setProperty(HivemqProcess.LIBRARY, library().toString());
        try (HivemqProcess hivemq = HivemqProcess.open(folder.resolve("hivemq"), window)) {
            return measure(new KeptMessages(hivemq.port(), messages), kafka, folder);
        }
    }

    private String measure(Backlog backlog, KafkaProcess kafka, Path folder) throws Exception {
        PrintWriter progress = spec.commandLine().getErr();
        ReceiveOnly receiveOnly = new ReceiveOnly(backlog);
        BridgeConfiguration configuration =
                new BridgeConfiguration(backlog.port(), kafka.bootstrapServers(), kafkaSettings, folder);
        BridgeToKafka bridge = new BridgeToKafka(backlog, configuration);
        List<Lane> lanes = new ArrayList<>(List.of(receiveOnly, bridge));
        if (steps) {
            EnumSet.allOf(Step.class).forEach(step -> lanes.add(new BridgeUpTo(step, backlog, configuration)));
        }
        Rounds.run(lanes, warmUp, line -> progress.println("warm-up: " + line));
        Rounds measured = Rounds.run(lanes, rounds, progress::println);
        String source = "%s with a window of %d".formatted(broker.inWords(), window);
        String table = new BridgeReport(source, messages, rounds, measured, lanes, bridge).toMarkdown();
        return profile ? table + profile(bridge) : table;
    }

    private String profile(BridgeToKafka bridge) throws Exception {
        StringBuilder profiles = new StringBuilder();
        List<CpuProfile> found = CpuProfile.of(bridge, BridgeToKafka.THREADS);
        for (int index = 0; index < found.size(); index++) {
            CpuProfile threads = found.get(index);
            profiles.append("\n### %s: %.2f µs a message%n%n%s"
                    .formatted(
                            BridgeToKafka.THREADS.get(index),
                            threads.total() * MICROS_IN_A_SAMPLE / messages,
                            threads.toMarkdown()));
        }
        return profiles.toString();
    }

    /** The build puts the broker's jars beside this program. */
    private static Path library() throws URISyntaxException {
        return Path.of(BridgeCommand.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolveSibling("hivemq-lib");
    }
}

package dev.fleethealth.benchmarks.command;

import dev.fleethealth.benchmarks.bridge.Backlog;
import dev.fleethealth.benchmarks.bridge.BridgeToKafka;
import dev.fleethealth.benchmarks.bridge.ReceiveOnly;
import dev.fleethealth.benchmarks.measure.Rounds;
import dev.fleethealth.benchmarks.report.BridgeReport;
import dev.fleethealth.testkit.kafka.KafkaProcess;
import dev.fleethealth.testkit.mqtt.HivemqProcess;
import dev.fleethealth.testkit.process.TemporaryDirectory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
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
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(names = "--messages", defaultValue = "200000", description = "Messages (${DEFAULT-VALUE}).")
    private int messages;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        System.setProperty(HivemqProcess.LIBRARY, library().toString());
        try (TemporaryDirectory directory = TemporaryDirectory.create();
                KafkaProcess kafka = KafkaProcess.start();
                HivemqProcess hivemq = HivemqProcess.start(directory.path().resolve("hivemq"))) {
            Backlog backlog = new Backlog(hivemq.port(), messages);
            ReceiveOnly receiveOnly = new ReceiveOnly(backlog);
            BridgeToKafka bridge = new BridgeToKafka(backlog, kafka.bootstrapServers(), directory.path());
            Rounds measured = Rounds.run(
                    List.of(receiveOnly, bridge), rounds, spec.commandLine().getErr()::println);
            report.write(
                    spec.commandLine().getOut(),
                    new BridgeReport(messages, measured, receiveOnly, bridge).toMarkdown());
            return ExitCode.OK;
        }
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

package dev.fleethealth.streams.command;

import dev.fleethealth.service.cli.ShutdownSignal;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.management.ManagementServer;
import dev.fleethealth.service.metrics.ServiceMetrics;
import dev.fleethealth.streams.config.FileErrors;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.runtime.DeliveryRunner;
import dev.fleethealth.streams.runtime.ValueSerdes;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Tells the targets of alerts on Kafka, and detects nothing itself. */
@Command(
        name = "deliver",
        description = "Tell the targets under \"delivery\" of alerts on Kafka, until told to stop; detects nothing.",
        mixinStandardHelpOptions = true)
public final class DeliverCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration file (YAML).")
    private Path config = Path.of("");

    @Override
    public Integer call() throws Exception {
        ProgramConfiguration configuration = ProgramConfiguration.loadForKafka(config);
        if (!configuration.settings().delivery().isOn()) {
            throw new ConfigurationException(config + ": delivery.targets: expected one or more targets, was none");
        }
        ValueSerdes serdes = FileErrors.in(config, () -> ValueSerdes.of(configuration.settings()));
        return ShutdownSignal.run(signal -> run(configuration, serdes, signal));
    }

    private static int run(ProgramConfiguration configuration, ValueSerdes serdes, ShutdownSignal signal)
            throws InterruptedException {
        PrometheusMeterRegistry metrics = ServiceMetrics.newRegistry();
        try (DeliveryRunner delivery = new DeliveryRunner(
                        configuration.settings(), serdes.alerts(), metrics, signal::await, signal::fail);
                ManagementServer management = ManagementServer.start(
                        configuration.settings().management(), metrics, List.of(), delivery.ready())) {
            if (delivery.start()) {
                signal.await();
            }
        }
        return ExitCode.OK;
    }
}

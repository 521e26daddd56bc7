package dev.fleethealth.streams.command;

import dev.fleethealth.service.cli.ShutdownSignal;
import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.service.management.ManagementServer;
import dev.fleethealth.service.metrics.ServiceMetrics;
import dev.fleethealth.streams.config.FileErrors;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.runtime.DeliveryRunner;
import dev.fleethealth.streams.runtime.StreamsRunner;
import dev.fleethealth.streams.runtime.ValueSerdes;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Reads connection events from Kafka, writes alerts, tells the targets of them, and answers, until it is told to stop. */
@Command(
        name = "run",
        description = "Find trouble in connection events on Kafka, until told to stop.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration file (YAML).")
    private Path config = Path.of("");

    @Override
    public Integer call() throws Exception {
        ProgramConfiguration configuration = ProgramConfiguration.loadForKafka(config);
        ValueSerdes serdes = FileErrors.in(config, () -> ValueSerdes.of(configuration.settings()));
        return ShutdownSignal.run(signal -> run(configuration, serdes, signal));
    }

    private static int run(ProgramConfiguration configuration, ValueSerdes serdes, ShutdownSignal signal)
            throws InterruptedException {
        PrometheusMeterRegistry metrics = ServiceMetrics.newRegistry();
        try (StreamsRunner runner = new StreamsRunner(configuration, serdes, metrics, signal::await, signal::fail);
                DeliveryRunner delivery = new DeliveryRunner(
                        configuration.settings(), serdes.alerts(), metrics, signal::await, signal::fail);
                QueryPort query = new QueryPort(configuration, serdes, signal::await);
                ManagementServer management = ManagementServer.start(
                        configuration.settings().management(), metrics, runner.live(), ready(runner, delivery))) {
            query.start();
            if (runner.start() && delivery.start()) {
                signal.await();
            }
        }
        return ExitCode.OK;
    }

    private static List<HealthCheck> ready(StreamsRunner runner, DeliveryRunner delivery) {
        return Stream.concat(runner.ready().stream(), delivery.ready().stream()).toList();
    }
}

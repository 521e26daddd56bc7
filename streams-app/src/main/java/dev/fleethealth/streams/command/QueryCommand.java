package dev.fleethealth.streams.command;

import dev.fleethealth.service.cli.ShutdownSignal;
import dev.fleethealth.service.management.ManagementServer;
import dev.fleethealth.service.metrics.ServiceMetrics;
import dev.fleethealth.streams.config.FileErrors;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.runtime.QueryService;
import dev.fleethealth.streams.runtime.ValueSerdes;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Answers questions about fleets and devices, and detects nothing itself. */
@Command(
        name = "query",
        description = "Serve the query API and the web page, until told to stop; detects nothing.",
        mixinStandardHelpOptions = true)
public final class QueryCommand implements Callable<Integer> {
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
        try (QueryService query = new QueryService(configuration, serdes, metrics, signal::await, signal::fail);
                ManagementServer management = ManagementServer.start(
                        configuration.settings().management(), metrics, query.live(), query.ready())) {
            if (query.start()) {
                signal.await();
            }
        }
        return ExitCode.OK;
    }
}

package dev.fleethealth.bridge.command;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.runtime.BridgeService;
import dev.fleethealth.service.cli.ShutdownSignal;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.ConfigurationFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code fleet-bridge run}: the bridge, until SIGTERM or Ctrl-C. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the bridge until it is told to stop (SIGTERM, Ctrl-C).")
public final class RunCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration, YAML.")
    private Path config = Path.of("");

    @Override
    public Integer call() throws Exception {
        BridgeSettings settings = ConfigurationFile.read(config, BridgeSettings.class);
        try {
            return ShutdownSignal.run(signal -> run(settings, signal));
        } catch (ConfigurationException e) {
            throw e.in(config);
        }
    }

    private static int run(BridgeSettings settings, ShutdownSignal signal) throws InterruptedException {
        try (BridgeService service = BridgeService.start(settings, InstantSource.system(), signal::fail)) {
            signal.await();
        }
        return ExitCode.OK;
    }
}

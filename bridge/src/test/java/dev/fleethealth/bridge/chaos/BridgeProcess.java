package dev.fleethealth.bridge.chaos;

import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.process.ChildProcess;
import dev.fleethealth.testkit.process.ManagementPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The packaged bridge in a process of its own. */
final class BridgeProcess implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";

    private final Path folder;
    private final Path config;
    private final ManagementPort management;
    private ChildProcess process;

    private BridgeProcess(Path folder, BridgeSetup setup) throws IOException {
        int port = FreePort.find();
        this.folder = Files.createDirectories(folder.resolve(setup.name()));
        this.config = Files.writeString(this.folder.resolve("bridge.yaml"), setup.yaml(port));
        this.management = new ManagementPort(port);
        this.process = launch();
    }

    /** Starts it. */
    static BridgeProcess start(Path folder, BridgeSetup setup) throws IOException {
        return new BridgeProcess(folder, setup);
    }

    /** Starts it again, with the same session. */
    void startAgain() throws IOException {
        process = launch();
    }

    BridgeProcess awaitReady() {
        await().atMost(PATIENCE).until(management::isReady);
        return this;
    }

    /** Waits until it has acknowledged all that it took. */
    void awaitIdle() {
        await().atMost(PATIENCE).until(() -> management.metric("fleet_bridge_in_flight ") == 0);
    }

    ManagementPort management() {
        return management;
    }

    ChildProcess process() {
        return process;
    }

    /** The sum of a metric's series; zero when there is none. */
    long count(String metric) throws IOException, InterruptedException {
        return Math.round(Math.max(0, management.metric(metric)));
    }

    /** What its heap holds when all garbage is gone. */
    long liveHeapBytes() throws IOException, InterruptedException {
        process.collectGarbage();
        return count(HEAP);
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess launch() throws IOException {
        return ChildProcess.java(
                folder, "-Xmx256m", "-jar", "target/fleet-bridge.jar", "run", "--config", config.toString());
    }
}

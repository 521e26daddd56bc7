package dev.fleethealth.benchmarks.bridge;

import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A {@link FloodBroker} in a JVM of its own, so that its CPU time is not counted. */
public final class FloodProcess implements Backlog, AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final int port = FreePort.find();
    private final int messages;
    private final ChildProcess process;

    private FloodProcess(Path folder, int messages, int window) throws IOException {
        this.messages = messages;
        this.process = ChildProcess.java(
                folder,
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                FloodBroker.class.getName(),
                Integer.toString(port),
                Integer.toString(messages),
                Integer.toString(window));
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param window how many messages may be on their way to a client
     */
    public static FloodProcess start(Path folder, int messages, int window) throws IOException {
        FloodProcess flood = new FloodProcess(folder, messages, window);
        await().atMost(LONGEST_START).until(() -> FreePort.isTaken(flood.port));
        return flood;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public int messages() {
        return messages;
    }

    /** Every client that connects gets them all. */
    @Override
    public void fill(String clientId) {}

    @Override
    public void close() {
        process.close();
    }
}

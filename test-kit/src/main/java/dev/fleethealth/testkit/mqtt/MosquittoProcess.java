package dev.fleethealth.testkit.mqtt;

import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.process.ChildProcess;
import dev.fleethealth.testkit.process.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Mosquitto broker in a process of its own, from the package of the machine's Linux distribution. It keeps sessions on
 * disk when it is told to stop.
 */
public final class MosquittoProcess implements MqttBroker {
    /** Why a test is skipped where the program is not there. */
    public static final String NOT_INSTALLED = "Mosquitto is not on this machine: apt-get install mosquitto";

    private static final String PROGRAM = "mosquitto";
    private static final Duration LONGEST_START = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final int port = FreePort.find();
    private final Path home;
    private final List<String> command;
    private ChildProcess process;

    private MosquittoProcess(Path home, String program, String settings) throws IOException {
        this.home = Files.createDirectories(home);
        Path config = Files.writeString(
                home.resolve("mosquitto.conf"), """
                user %s
                listener %d 127.0.0.1
                allow_anonymous true
                persistence true
                persistence_location %s/
                max_queued_messages 1000000
                max_queued_bytes 0
                log_dest stderr
                %s""".formatted(System.getProperty("user.name"), port, home, settings));
        this.command = List.of(program, "-c", config.toString());
        this.process = launch();
    }

    /** Whether the program is on this machine. */
    public static boolean isInstalled() {
        return InstalledProgram.find(PROGRAM).isPresent();
    }

    /**
     * Starts it and waits until it listens.
     *
     * @throws IllegalStateException when it is not on this machine
     */
    public static MosquittoProcess start(Path home) throws IOException {
        return start(home, "");
    }

    /**
     * Likewise.
     *
     * @param settings further lines of its configuration
     */
    public static MosquittoProcess start(Path home, String settings) throws IOException {
        Path program = InstalledProgram.find(PROGRAM).orElseThrow(() -> new IllegalStateException(NOT_INSTALLED));
        return new MosquittoProcess(home, program.toString(), settings);
    }

    /** What it says about its clients' connections. */
    public List<String> log() throws IOException {
        return process.errors().lines().toList();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void stop() throws InterruptedException {
        process.terminate();
        process.awaitExit(LONGEST_STOP);
    }

    /** Deletes all sessions that a stopped broker has kept. */
    public void forget() throws IOException {
        Files.delete(home.resolve("mosquitto.db"));
    }

    @Override
    public void startAgain() throws IOException {
        process = launch();
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess launch() throws IOException {
        ChildProcess launched = ChildProcess.start(home, command);
        await().pollDelay(Duration.ofMillis(20)).atMost(LONGEST_START).until(() -> FreePort.isTaken(port));
        return launched;
    }
}

package dev.fleethealth.testkit.mqtt;

import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.process.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A HiveMQ CE broker in a process of its own, from the jars that the module's build put into {@code target/hivemq-lib}, or
 * those that {@link #LIBRARY} names.
 * It keeps sessions in memory, so they are lost when it stops.
 */
public final class HivemqProcess implements MqttBroker {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    /** System property that says where the jars are, for programs that run elsewhere. */
    public static final String LIBRARY = "hivemq.library";

    private static final int DEFAULT_WINDOW = 50;

    private final int port = FreePort.find();
    private final Path home;
    private final String[] command;
    private ChildProcess process;

    private HivemqProcess(Path home, String program, String listeners, List<String> options, List<String> arguments)
            throws IOException {
        this.home = home;
        for (String folder : new String[] {"conf", "data", "log", "extensions"}) {
            Files.createDirectories(home.resolve(folder));
        }
        String config = resource("config.xml")
                .replace("${PORT}", Integer.toString(port))
                .replace("${LISTENERS}", listeners);
        Files.writeString(home.resolve("conf/config.xml"), config);
        Files.writeString(home.resolve("conf/logback.xml"), resource("logback.xml"));
        Path main = Files.writeString(home.resolve(program), resource(program));
        List<String> words = new ArrayList<>(List.of("-Xmx1g", "-Dhivemq.home=" + home));
        words.addAll(options);
        words.addAll(List.of("-cp", library(), main.toString()));
        words.addAll(arguments);
        command = words.toArray(String[]::new);
        process = ChildProcess.java(home, command);
    }

    /** One that lets everybody in. */
    public static HivemqProcess start(Path home) throws IOException {
        return open(home, DEFAULT_WINDOW);
    }

    /**
     * One that lets everybody in.
     *
     * @param window how many messages may be on their way to a client; HiveMQ CE has no public setting for it
     */
    public static HivemqProcess open(Path home, int window) throws IOException {
        HivemqProcess hivemq =
                new HivemqProcess(home, "OpenBroker.java", "", List.of("-Dopen.window=" + window), List.of());
        hivemq.awaitListening(hivemq.port);
        return hivemq;
    }

    /**
     * Begins to start one that looks at credentials, see {@code GuardedBroker.java}.
     *
     * @param listeners further listeners, in the XML of HiveMQ's configuration
     */
    public static HivemqProcess guarded(Path home, String listeners, List<String> options, List<String> arguments)
            throws IOException {
        return new HivemqProcess(home, "GuardedBroker.java", listeners, options, arguments);
    }

    /** Waits until it listens there; its listeners start one after the other. */
    public void awaitListening(int listener) {
        await().atMost(LONGEST_START).until(() -> FreePort.isTaken(listener));
    }

    /** What the process has written so far. */
    public List<String> output() throws IOException {
        return process.output().lines().toList();
    }

    /** What it says about its clients' connections: {@code event.log}. */
    public List<String> eventLog() throws IOException {
        return Files.readAllLines(home.resolve("log/event.log"));
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

    @Override
    public void startAgain() throws IOException {
        process = ChildProcess.java(home, command);
        awaitListening(port);
    }

    @Override
    public void close() {
        process.close();
    }

    private static String library() {
        return Path.of(System.getProperty(LIBRARY, "target/hivemq-lib")).toAbsolutePath() + "/*";
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HivemqProcess.class.getResourceAsStream("/hivemq/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

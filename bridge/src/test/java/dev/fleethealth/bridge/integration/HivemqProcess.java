package dev.fleethealth.bridge.integration;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A HiveMQ CE broker in a process of its own, from the jars that the build put into {@code target/hivemq-lib}. */
final class HivemqProcess implements AutoCloseable {
    private final int port = FreePort.find();
    private final Path log;
    private final Process process;

    private HivemqProcess(Path home, String program, String listeners, List<String> options, List<String> arguments)
            throws IOException {
        log = home.resolve("hivemq.log");
        for (String folder : new String[] {"conf", "data", "log", "extensions"}) {
            Files.createDirectories(home.resolve(folder));
        }
        String config = resource("config.xml")
                .replace("${PORT}", Integer.toString(port))
                .replace("${LISTENERS}", listeners);
        Files.writeString(home.resolve("conf/config.xml"), config);
        Path main = Files.writeString(home.resolve(program), resource(program));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-Dhivemq.home=" + home));
        command.addAll(options);
        command.addAll(List.of("-cp", Path.of("target", "hivemq-lib").toAbsolutePath() + "/*", main.toString()));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** One that lets everybody in. */
    static HivemqProcess start(Path home) throws IOException {
        HivemqProcess hivemq = new HivemqProcess(home, "OpenBroker.java", "", List.of(), List.of());
        hivemq.awaitListening(hivemq.port);
        return hivemq;
    }

    /**
     * Begins to start one that looks at credentials, see {@code GuardedBroker.java}.
     *
     * @param listeners further listeners, in the XML of HiveMQ's configuration
     */
    static HivemqProcess guarded(Path home, String listeners, List<String> options, List<String> arguments)
            throws IOException {
        return new HivemqProcess(home, "GuardedBroker.java", listeners, options, arguments);
    }

    void awaitListening(int port) {
        await().atMost(Duration.ofSeconds(60)).until(() -> listens(port));
    }

    /** What the process has written so far. */
    List<String> output() throws IOException {
        return Files.readAllLines(log);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HivemqProcess.class.getResourceAsStream("/hivemq/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

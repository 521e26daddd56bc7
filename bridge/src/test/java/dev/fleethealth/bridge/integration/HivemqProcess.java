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
import java.util.Objects;

/** A HiveMQ CE broker in a process of its own, from the jars that the build put into {@code target/hivemq-lib}. */
final class HivemqProcess implements AutoCloseable {
    private final int port = FreePort.find();
    private final Process process;

    private HivemqProcess(Path home) throws IOException {
        for (String folder : new String[] {"conf", "data", "log", "extensions"}) {
            Files.createDirectories(home.resolve(folder));
        }
        String config = resource("config.xml").replace("${PORT}", Integer.toString(port));
        Files.writeString(home.resolve("conf/config.xml"), config);
        Path main = Files.writeString(home.resolve("OpenBroker.java"), resource("OpenBroker.java"));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dhivemq.home=" + home,
                        "-cp",
                        Path.of("target", "hivemq-lib").toAbsolutePath() + "/*",
                        main.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("hivemq.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static HivemqProcess start(Path home) throws IOException {
        HivemqProcess hivemq = new HivemqProcess(home);
        await().atMost(Duration.ofSeconds(60)).until(hivemq::listens);
        return hivemq;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean listens() {
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

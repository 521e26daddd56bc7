package dev.fleethealth.schemas.registry;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.ApiException;

/** A real registry in a process of its own, on a free port of the loopback; it forgets everything when it is closed. */
final class ApicurioProcess implements AutoCloseable {
    private static final Path FOLDER = Path.of("target/apicurio");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final int port;
    private final Process process;

    ApicurioProcess() throws IOException {
        port = freePort();
        File log = Path.of("target", "apicurio-" + port + ".log").toFile();
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await("registry on port " + port + ", see " + log)
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(200))
                .until(this::answers);
    }

    String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    private List<String> command() throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-jar",
                runner().toString());
    }

    private static Path runner() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(FOLDER + " holds no registry, run mvn verify"));
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the registry ended with exit code " + process.exitValue());
        }
        try {
            return new TestClients()
                    .client(url(), "max.retries", "0")
                    .compatibility("none")
                    .isEmpty();
        } catch (ApiException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** At once, as a crash would be. */
    @Override
    public void close() {
        try {
            if (!process.destroyForcibly().waitFor(30, TimeUnit.SECONDS)) {
                throw new UncheckedIOException(new IOException("the registry does not end"));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.fleethealth.streams.chaos;

import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.process.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The program as an operator runs it, from its jar: it can be killed, stopped and started again with its state. */
final class Instance implements AutoCloseable {
    static final Path JAR = Path.of("target", "fleet-streams.jar");

    /** A short life needs no optimized code; many of them share few processors. */
    static final List<String> JAVA = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final int port = FreePort.find();
    private final Path configuration;
    private ChildProcess process;

    private Instance(Path folder, String settings, List<String> java) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.configuration = Files.writeString(folder.resolve("fleet-streams.yaml"), """
                %s
                management: {port: %d}
                query: {enabled: false}
                """.formatted(settings, port));
        this.process = launch(java);
    }

    /**
     * Starts it; what it writes goes into the folder.
     *
     * @param settings all of its configuration file but the management port
     * @param java options of the JVM, such as a class path to put before the jar
     */
    static Instance start(Path folder, String settings, String... java) throws IOException {
        return new Instance(folder, settings, List.of(java));
    }

    Path configuration() {
        return configuration;
    }

    ChildProcess process() {
        return process;
    }

    Instance awaitReady() {
        await().atMost(PATIENCE).until(this::isReady);
        return this;
    }

    boolean isReady() {
        return status("/readyz") == 200;
    }

    boolean isAlive() {
        return process.isAlive() && status("/livez") == 200;
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    /** SIGTERM, until it is gone. */
    int stop() throws InterruptedException {
        process.terminate();
        return process.awaitExit(Duration.ofSeconds(40));
    }

    /** After it is gone: with the same state and name. */
    void startAgain(String... java) throws IOException {
        process = launch(List.of(java));
    }

    String metrics() {
        return get("/metrics").body();
    }

    /** Only a line feed ends a line of Prometheus' format. */
    Stream<String> metricLines() {
        return Stream.of(metrics().split("\n"));
    }

    /** Sum of a metric over all its labels; 0 when there is none. */
    double metric(String name) {
        return metricLines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess launch(List<String> java) throws IOException {
        List<String> arguments = new ArrayList<>(java);
        if (Stream.of("-cp", "-jar").noneMatch(java::contains)) {
            arguments.addAll(JAVA);
            arguments.addAll(List.of("-jar", JAR.toString()));
        }
        arguments.addAll(List.of("run", "--config", configuration.toString()));
        return ChildProcess.java(folder, arguments.toArray(String[]::new));
    }

    private int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IllegalStateException notYet) {
            return 0;
        }
    }

    private HttpResponse<String> get(String path) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return HTTP.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

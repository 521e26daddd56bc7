package dev.fleethealth.streams.delivery.integration;

import dev.fleethealth.streams.StreamsMain;
import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.process.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code fleet-streams deliver} in a process of its own, that can be killed. */
final class DeliveryProcess implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Path config;
    private final int port;
    private ChildProcess process;

    private DeliveryProcess(Path folder, Path config, int port) throws IOException {
        this.folder = folder;
        this.config = config;
        this.port = port;
        this.process = launch();
    }

    /** @param delivery the part of the configuration of that name, indented by two */
    static DeliveryProcess start(Path folder, String bootstrapServers, String delivery) throws IOException {
        int port = FreePort.find();
        Path config = Files.writeString(
                folder.resolve("deliver.yaml"), """
                kafka: {bootstrap.servers: "%s", schema.registry.url: "%s"}
                management: {port: %d}
                processing: {session-timeout: 6s}
                delivery:
                %s
                """.formatted(bootstrapServers, AlertTopic.REGISTRY, port, delivery));
        return new DeliveryProcess(folder, config, port);
    }

    /** SIGKILL, and a new start at once. */
    void dieAndStartAgain() throws IOException, InterruptedException {
        process.kill();
        process = launch();
    }

    void startAgain() throws IOException {
        process = launch();
    }

    /** Where it serves its metrics. */
    int port() {
        return port;
    }

    ChildProcess process() {
        return process;
    }

    boolean isReady() throws InterruptedException {
        try {
            return get("/readyz").startsWith("ok");
        } catch (IOException e) {
            return false;
        }
    }

    String metrics() throws IOException, InterruptedException {
        return get("/metrics");
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess launch() throws IOException {
        return ChildProcess.java(
                folder,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                StreamsMain.class.getName(),
                "deliver",
                "--config",
                config.toString());
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}

package dev.fleethealth.bridge.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.runtime.BridgeService;
import dev.fleethealth.service.config.ConfigurationFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A bridge in this JVM, as its management port shows it. */
final class RunningBridge implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final BridgeService service;

    RunningBridge(Path configuration) {
        this(configuration, InstantSource.system());
    }

    RunningBridge(Path configuration, InstantSource clock) {
        service = BridgeService.start(ConfigurationFile.read(configuration, BridgeSettings.class), clock, fatal::set);
    }

    RunningBridge awaitReady() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(get("/readyz")).isEqualTo("ok\n"));
        return this;
    }

    /** The value of a metric with its labels; -1 when there is none. */
    double metric(String name) throws IOException, InterruptedException {
        return get("/metrics")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElse(-1);
    }

    @Override
    public void close() {
        service.close();
        assertThat(fatal.get()).isNull();
    }

    private String get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + service.managementPort() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}

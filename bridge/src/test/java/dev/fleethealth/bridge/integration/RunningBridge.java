package dev.fleethealth.bridge.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.runtime.BridgeService;
import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.testkit.metrics.Scrape;
import dev.fleethealth.testkit.process.ManagementPort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A bridge in this JVM, as its management port shows it. */
public final class RunningBridge implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private final BridgeService service;
    private final ManagementPort management;

    RunningBridge(Path configuration) {
        this(configuration, InstantSource.system());
    }

    public RunningBridge(Path configuration, InstantSource clock) {
        service = BridgeService.start(ConfigurationFile.read(configuration, BridgeSettings.class), clock, fatal::set);
        management = new ManagementPort(service.managementPort());
    }

    public RunningBridge awaitReady() {
        awaitReadiness("ok");
        return this;
    }

    /** Waits until what it says about its readiness has that in it. */
    public void awaitReadiness(String part) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(management.text("/readyz")).contains(part));
    }

    /** All that it shows to Prometheus. */
    public Scrape scrape() throws IOException, InterruptedException {
        return new Scrape(management.text("/metrics"));
    }

    /** The sum of a metric's series; -1 when there is none. */
    public double metric(String name) throws IOException, InterruptedException {
        return management.metric(name);
    }

    @Override
    public void close() {
        service.close();
        assertThat(fatal.get()).isNull();
    }
}

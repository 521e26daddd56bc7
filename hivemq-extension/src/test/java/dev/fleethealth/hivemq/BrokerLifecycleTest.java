package dev.fleethealth.hivemq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.codahale.metrics.Counter;
import com.hivemq.extension.sdk.api.services.admin.LifecycleStage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerLifecycleTest {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final BrokerLifecycle lifecycle = new BrokerLifecycle(
            "n1",
            "2025.5",
            new EventPublisher(this::publish, 10, new Counter(), new Counter()),
            InstantSource.fixed(Instant.ofEpochMilli(7)));

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void shouldAnnounceTheStartOnceTheBrokerIsUp() {
        // Given
        AtomicReference<LifecycleStage> stage = new AtomicReference<>(LifecycleStage.STARTING);

        // When
        lifecycle.announceStart(stage::get, executor);

        // Then
        assertThat(events).isEmpty();

        // When
        stage.set(LifecycleStage.STARTED_SUCCESSFULLY);

        // Then
        await().untilAsserted(() -> assertThat(events)
                .containsExactly("$events/hivemq/broker_started"
                        + " {\"event\":\"broker.started\",\"at\":7,\"node\":\"n1\",\"brokerVersion\":\"2025.5\"}"));
    }

    @Test
    void shouldAnnounceNoStartWhenTheBrokerRunsAlready() {
        // When
        lifecycle.announceStart(() -> LifecycleStage.STARTED_SUCCESSFULLY, executor);

        // Then
        assertThat(executor.shutdownNow()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void shouldAnnounceTheEnd() {
        // When
        lifecycle.announceStop();

        // Then
        assertThat(events).singleElement().asString().startsWith("$events/hivemq/broker_stopping ");
    }

    private CompletableFuture<Void> publish(String topic, byte[] payload) {
        events.add(topic + " " + new String(payload, StandardCharsets.UTF_8));
        return CompletableFuture.completedFuture(null);
    }
}

package dev.fleethealth.hivemq;

import com.hivemq.extension.sdk.api.services.admin.LifecycleStage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says when the broker has started and when it stops, so that a mass disconnect can be told from a restart. */
final class BrokerLifecycle {
    private static final long POLL_MILLIS = 100;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final String node;
    private final String version;
    private final EventPublisher events;
    private final InstantSource clock;

    BrokerLifecycle(String node, String version, EventPublisher events, InstantSource clock) {
        this.node = node;
        this.version = version;
        this.events = events;
        this.clock = clock;
    }

    /** Announces the start once the broker is up; a broker that runs already, did not start just now. */
    void announceStart(Supplier<LifecycleStage> stage, ScheduledExecutorService executor) {
        if (stage.get() == LifecycleStage.STARTING) {
            awaitStart(stage, executor);
        }
    }

    /**
     * Announces the end: of the broker, or of the extension, which the SDK does not tell apart. Waits a moment, because
     * the broker stops its executor next, and complains of whatever comes back after that.
     */
    void announceStop() {
        publish("broker.stopping", "broker_stopping");
        try {
            events.drain(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitStart(Supplier<LifecycleStage> stage, ScheduledExecutorService executor) {
        if (stage.get() == LifecycleStage.STARTED_SUCCESSFULLY) {
            publish("broker.started", "broker_started");
        } else {
            executor.schedule(() -> awaitStart(stage, executor), POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void publish(String event, String topic) {
        JsonWriter json = new JsonWriter()
                .text("event", event)
                .number("at", clock.millis())
                .text("node", node)
                .text("brokerVersion", version);
        events.accept(topic, json.toBytes());
    }
}

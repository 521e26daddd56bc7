package dev.fleethealth.bridge.chaos;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import dev.fleethealth.bridge.integration.Devices;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Publishes broker events, numbered from zero, with QoS 1 and at an even rate. What it says it has sent, the broker has
 * acknowledged: from then on nothing of it may be lost.
 */
final class EventLoad implements AutoCloseable {
    private static final int WINDOW = 500;
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final String topic;
    private final Mqtt5AsyncClient client;
    private final Semaphore window = new Semaphore(WINDOW);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private final long started = System.nanoTime();
    private volatile boolean stopped;
    private volatile int sent;
    private Duration lasted = Duration.ZERO;

    private EventLoad(int port, String topic, int perSecond, int most) {
        this.topic = topic;
        this.client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .identifier("load-" + topic.replace('/', '-'))
                .buildAsync();
        client.connect().join();
        this.thread = new Thread(() -> run(perSecond, most), "load");
        thread.start();
    }

    /** Publishes so many each second, until it is told to stop. */
    static EventLoad start(int port, String topic, int perSecond) {
        return new EventLoad(port, topic, perSecond, Integer.MAX_VALUE);
    }

    /** Publishes so many, as fast as the broker takes them. */
    static void publish(int port, String topic, int count) throws InterruptedException {
        try (EventLoad load = new EventLoad(port, topic, Integer.MAX_VALUE, count)) {
            load.thread.join();
            load.stop();
        }
    }

    /** Publishes no more; how many the broker has acknowledged, which are all. */
    int stop() throws InterruptedException {
        stopped = true;
        thread.join();
        window.acquire(WINDOW);
        window.release(WINDOW);
        if (failure.get() != null) {
            throw new IllegalStateException("the broker did not take a message", failure.get());
        }
        return sent;
    }

    /** How many it has published so far. */
    int sent() {
        return sent;
    }

    /** How many it published each second. */
    long rate() {
        return Math.round(sent / (lasted.toMillis() / 1_000.0));
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
        client.disconnect();
    }

    private void run(int perSecond, int most) {
        while (!stopped && sent < most) {
            double seconds = (System.nanoTime() - started) / 1e9;
            for (long due = Math.min(most, (long) (seconds * perSecond)); sent < due && !stopped; ) {
                publish(sent);
                sent = sent + 1; // no other thread writes it
            }
            LockSupport.parkNanos(TICK_NANOS);
        }
        lasted = Duration.ofNanos(System.nanoTime() - started);
    }

    private void publish(int number) {
        window.acquireUninterruptibly();
        CompletableFuture<?> published = client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(Devices.connected(number).getBytes(StandardCharsets.UTF_8))
                .send();
        published.whenComplete((done, fault) -> {
            if (fault != null) {
                failure.set(fault);
            }
            window.release();
        });
    }
}

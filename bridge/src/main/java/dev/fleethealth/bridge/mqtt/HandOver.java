package dev.fleethealth.bridge.mqtt;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import io.reactivex.Flowable;
import io.reactivex.schedulers.Schedulers;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How messages get from the client's thread to the one that works on them. By itself, the client hands over 128 at a time,
 * and keeps what comes meanwhile in a list; it walks through that at every receipt and every acknowledgement.
 */
final class HandOver {
    /** What the client calls besides is short, and may be called from its own thread. */
    static final MqttClientExecutorConfig CLIENT_THREAD = MqttClientExecutorConfig.builder()
            .applicationScheduler(Schedulers.from(Runnable::run))
            .build();

    private HandOver() {}

    /**
     * Hands over all messages; when there is no room, the client keeps them, and drops those of QoS 0 at last.
     *
     * @param room for how many; as many as the broker sends before the first is acknowledged
     */
    static <T> void subscribe(Flowable<T> publishes, Executor thread, int room, Taker<T> taker) {
        AtomicInteger waiting = new AtomicInteger();
        // Nothing but the connection ends it.
        var unused = publishes
                .doOnNext(publish -> waiting.incrementAndGet())
                // Of QoS 0 a broker sends as many as it likes, whatever the room for others.
                .observeOn(Schedulers.from(thread), true, Math.max(room, Flowable.bufferSize()))
                .subscribe(
                        publish -> taker.take(publish, waiting.decrementAndGet() > 0),
                        // What ends the messages ends the connection, too, and that is said elsewhere.
                        end -> {});
    }

    /** Takes messages, one after the other. */
    @FunctionalInterface
    interface Taker<T> {
        /** @param more whether others wait behind it already */
        void take(T publish, boolean more);
    }
}

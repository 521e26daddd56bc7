package dev.fleethealth.bridge.kafka;

import dev.fleethealth.bridge.pipeline.RejectedRecordException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A producer that gives up no record: it sends again until Kafka takes it, unless the record itself is at fault.
 *
 * <p>A record that is sent again after a refusal may come behind later records of its device; Kafka's own retries, which
 * are the usual case, keep the order.
 */
final class ReliableProducer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReliableProducer.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> producer;
    private final Consumer<Throwable> fatal;
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "kafka-retries"));
    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile boolean closing;

    /** @param fatal told of a failure after which nothing can be sent any more */
    ReliableProducer(Producer<byte[], byte[]> producer, Consumer<Throwable> fatal) {
        this.producer = producer;
        this.fatal = fatal;
    }

    /** Done when Kafka has the record; fails with a {@link RejectedRecordException} when it will never take it. */
    CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> message) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        trySend(message, sent);
        return sent;
    }

    Map<MetricName, ? extends Metric> metrics() {
        return producer.metrics();
    }

    /** Waits that long for what is on its way; the rest is never acknowledged, and comes again. */
    void close(Duration longest) {
        closing = true;
        retries.shutdownNow();
        producer.close(longest);
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }

    private void trySend(ProducerRecord<byte[], byte[]> message, CompletableFuture<Void> sent) {
        producer.send(message, (metadata, failure) -> {
            if (failure == null) {
                complained.set(false);
                sent.complete(null);
            } else {
                failed(message, sent, failure);
            }
        });
    }

    private void failed(ProducerRecord<byte[], byte[]> message, CompletableFuture<Void> sent, Exception failure) {
        if (closing) {
            sent.completeExceptionally(failure);
            return;
        }
        switch (SendFault.of(failure)) {
            // What follows may send a dead letter, and a send may wait: never on the producer's own thread.
            case RECORD -> retries.execute(() -> sent.completeExceptionally(new RejectedRecordException(failure)));
            case PASSING -> sendAgain(message, sent, failure);
            case FATAL -> {
                sent.completeExceptionally(failure);
                fatal.accept(failure);
            }
        }
    }

    private void sendAgain(ProducerRecord<byte[], byte[]> message, CompletableFuture<Void> sent, Exception failure) {
        if (complained.compareAndSet(false, true)) {
            LOGGER.atWarn()
                    .addKeyValue("topic", message.topic())
                    .addKeyValue("error", failure.toString())
                    .log("Kafka refuses records, trying again until it takes them");
        }
        retries.schedule(() -> trySend(message, sent), BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
    }
}

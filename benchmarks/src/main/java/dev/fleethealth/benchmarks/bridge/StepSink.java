package dev.fleethealth.benchmarks.bridge;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.kafka.EventSerializer;
import dev.fleethealth.bridge.kafka.KafkaEventSink;
import dev.fleethealth.bridge.pipeline.DeadLetter;
import dev.fleethealth.bridge.pipeline.EventSink;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.registry.RegistryAvroSerializer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Says of everything, at once, that it is safe. */
final class StepSink implements EventSink, AutoCloseable {
    private static final Duration FLUSH = Duration.ofSeconds(10);

    private final Work work;
    private final AutoCloseable resource;

    private StepSink(Work work, AutoCloseable resource) {
        this.work = work;
        this.resource = resource;
    }

    /** Does what that step does, but never waits for Kafka. */
    static StepSink of(Step step, BridgeSettings settings) {
        return switch (step) {
            case RECEIVE, TRANSLATE -> new StepSink(events -> {}, () -> {});
            case ENCODE -> encoding(settings);
            case SEND -> sending(settings);
        };
    }

    @Override
    public CompletableFuture<Void> publish(List<ConnectionEvent> events) throws InterruptedException {
        work.on(events);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> deadLetter(DeadLetter letter) {
        throw new IllegalStateException(letter.why());
    }

    @Override
    public void close() throws Exception {
        resource.close();
    }

    private static StepSink encoding(BridgeSettings settings) {
        RegistryAvroSerializer<ConnectionEvent> serializer = new RegistryAvroSerializer<>();
        serializer.configure(settings.kafka().values(), false);
        String topic = settings.topics().events();
        return new StepSink(events -> events.forEach(event -> serializer.serialize(topic, event)), serializer);
    }

    private static StepSink sending(BridgeSettings settings) {
        KafkaEventSink kafka = KafkaEventSink.open(settings, EventSerializer.of(settings.kafka()), failure -> {});
        return new StepSink(kafka::publish, () -> kafka.close(FLUSH));
    }

    /** What is done with the events of a message. */
    @FunctionalInterface
    private interface Work {
        void on(List<ConnectionEvent> events) throws InterruptedException;
    }
}

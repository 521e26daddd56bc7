package dev.fleethealth.bridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.bridge.config.TopicSettings;
import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.pipeline.DeadLetter;
import dev.fleethealth.bridge.pipeline.RejectedRecordException;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.service.config.KafkaProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KafkaEventSinkTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final TopicSettings TOPICS = new TopicSettings("events", "dead", 1);

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private final KafkaEventSink sink = new KafkaEventSink(
            producer,
            EventSerializer.of(KafkaProperties.of(Map.of("schema.registry.url", "mock://sink"))),
            TOPICS,
            fatal::set);

    @AfterEach
    void close() {
        sink.close(Duration.ZERO);
    }

    @Test
    void shouldSendWhatWaitsWhenNothingMoreIsComing() throws InterruptedException {
        // Given
        CompletableFuture<Void> done = sink.publish(List.of(event("a")));
        assertThat(done).isNotDone();

        // When
        sink.flush();

        // Then
        await().until(done::isDone);
        assertThat(producer.flushed()).isTrue();
    }

    @Test
    void shouldBeDoneOnlyWhenKafkaHasEveryEvent() throws InterruptedException {
        // When
        CompletableFuture<Void> done = sink.publish(List.of(event("a"), event("b")));

        // Then
        producer.completeNext();
        assertThat(done).isNotDone();
        producer.completeNext();
        assertThat(done).isCompleted();
        assertThat(producer.history()).allSatisfy(written -> {
            assertThat(written.topic()).isEqualTo("events");
            assertThat(written.timestamp()).isEqualTo(NOW.toEpochMilli());
        });
        assertThat(producer.history().get(0).key())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("plant\u001fa");
        assertThat(producer.history().get(0).headers().lastHeader("ce_subject").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("plant/a");
    }

    @Test
    void shouldTryAgainWhenKafkaRefusesForNow() throws InterruptedException {
        // Given
        CompletableFuture<Void> done = sink.publish(List.of(event("a")));

        // When
        producer.errorNext(new TopicAuthorizationException("events"));

        // Then
        await().until(() -> producer.history().size() == 2);
        producer.completeNext();
        await().until(done::isDone);
        assertThat(done).isCompleted();
        assertThat(fatal.get()).isNull();
    }

    @Test
    void shouldRejectARecordThatIsTooLarge() throws InterruptedException {
        // Given
        CompletableFuture<Void> done = sink.publish(List.of(event("a")));

        // When
        producer.errorNext(new RecordTooLargeException());

        // Then
        await().until(done::isDone);
        assertThat(done)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(RejectedRecordException.class);
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void shouldTellOfAFailureAfterWhichNothingCanBeSent() throws InterruptedException {
        // Given
        CompletableFuture<Void> done = sink.publish(List.of(event("a")));

        // When
        producer.errorNext(new OutOfOrderSequenceException("broken"));

        // Then
        assertThat(done).isCompletedExceptionally();
        assertThat(fatal.get()).isInstanceOf(OutOfOrderSequenceException.class);
    }

    @Test
    void shouldKeepTheBeginningOfADeadLetterThatIsTooLarge() {
        // Given
        byte[] payload = new byte[KafkaRecords.SHORTENED_LENGTH + 1];
        CompletableFuture<Void> done =
                sink.deadLetter(new DeadLetter("plant", "emqx", new BrokerMessage("t", payload, NOW), "too large"));

        // When
        producer.errorNext(new RecordTooLargeException());
        await().until(() -> producer.history().size() == 2);
        producer.completeNext();

        // Then
        await().until(done::isDone);
        ProducerRecord<byte[], byte[]> kept = producer.history().get(1);
        assertThat(kept.topic()).isEqualTo("dead");
        assertThat(kept.value()).hasSize(KafkaRecords.SHORTENED_LENGTH);
        assertThat(kept.headers().lastHeader("originalLength").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(String.valueOf(payload.length));
    }

    private static ConnectionEvent event(String clientId) {
        return ConnectionEvent.newBuilder(SampleEvent.event())
                .setType(EventType.CONNECTED)
                .setFleet("plant")
                .setClientId(clientId)
                .setReceivedAt(NOW)
                .build();
    }
}

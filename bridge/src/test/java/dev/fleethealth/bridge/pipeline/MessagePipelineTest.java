package dev.fleethealth.bridge.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MessagePipelineTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final byte[] PAYLOAD = {1, 2, 3};
    private static final String BRIDGE = "bridge-1";

    private final FakeSink sink = new FakeSink();
    private final InFlight inFlight = new InFlight(2);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final MessagePipeline pipeline =
            new MessagePipeline(sink, inFlight, new StallWatch(InstantSource.fixed(NOW)), new BridgeMetrics(registry));

    @Test
    void shouldAcknowledgeOnlyWhenKafkaHasTheEvent() throws InterruptedException {
        // When
        accept(message -> events("device-1"));

        // Then
        assertThat(sink.published).extracting(ConnectionEvent::getClientId).containsExactly("device-1");
        assertThat(acknowledged).hasValue(0);
        assertThat(inFlight.count()).isEqualTo(1);

        // When
        sink.kafkaAck.complete(null);

        // Then
        assertThat(acknowledged).hasValue(1);
        assertThat(inFlight.count()).isZero();
        assertThat(counted("event")).isEqualTo(1);
    }

    @Test
    void shouldDeadLetterMalformedMessagesBeforeTheAcknowledgement() throws InterruptedException {
        // When
        accept(message -> new Decoding.Malformed("no JSON"));

        // Then
        assertThat(sink.deadLetters)
                .containsExactly(
                        new DeadLetter("plant", "emqx", sink.deadLetters.get(0).message(), "no JSON"));
        assertThat(sink.deadLetters.get(0).message().payload()).isEqualTo(PAYLOAD);
        assertThat(acknowledged).hasValue(0);

        // When
        sink.deadLetterAck.complete(null);

        // Then
        assertThat(acknowledged).hasValue(1);
        assertThat(counted("malformed")).isEqualTo(1);
    }

    @Test
    void shouldDeadLetterMessagesOnWhichTheDialectFails() throws InterruptedException {
        // Given
        sink.deadLetterAck.complete(null);

        // When
        accept(message -> {
            throw new IndexOutOfBoundsException("payload text");
        });

        // Then
        assertThat(sink.deadLetters)
                .extracting(DeadLetter::why)
                .containsExactly("the dialect failed: java.lang.IndexOutOfBoundsException");
        assertThat(acknowledged).hasValue(1);
    }

    @Test
    void shouldDeadLetterMessagesThatRecurseWithoutEnd() throws InterruptedException {
        // Given
        sink.deadLetterAck.complete(null);

        // When
        accept(message -> {
            throw new StackOverflowError();
        });

        // Then
        assertThat(sink.deadLetters).hasSize(1);
        assertThat(acknowledged).hasValue(1);
    }

    @Test
    void shouldAcknowledgeIgnoredMessagesAtOnce() throws InterruptedException {
        // When
        accept(message -> new Decoding.Ignored("a delivery report"));

        // Then
        assertThat(acknowledged).hasValue(1);
        assertThat(sink.published).isEmpty();
        assertThat(counted("ignored")).isEqualTo(1);
    }

    @Test
    void shouldIgnoreWhatHappensToTheBridgeItself() throws InterruptedException {
        // When
        accept(message -> events(BRIDGE));

        // Then
        assertThat(acknowledged).hasValue(1);
        assertThat(sink.published).isEmpty();
        assertThat(counted("ignored")).isEqualTo(1);
    }

    @Test
    void shouldDeadLetterTheOriginalWhenKafkaRejectsItsEvent() throws InterruptedException {
        // Given
        accept(message -> events("device-1"));

        // When
        sink.kafkaAck.completeExceptionally(new RejectedRecordException(new IllegalArgumentException()));
        sink.deadLetterAck.complete(null);

        // Then
        assertThat(sink.deadLetters)
                .extracting(DeadLetter::why)
                .containsExactly("its event was rejected: IllegalArgumentException");
        assertThat(acknowledged).hasValue(1);
        assertThat(counted("malformed")).isEqualTo(1);
    }

    @Test
    void shouldLeaveTheMessageToTheBrokerWhenTheSinkGivesUp() throws InterruptedException {
        // Given
        accept(message -> events("device-1"));

        // When
        sink.kafkaAck.completeExceptionally(new IllegalStateException("closed"));

        // Then
        assertThat(acknowledged).hasValue(0);
        assertThat(sink.deadLetters).isEmpty();
        assertThat(inFlight.count()).isZero();
    }

    @Test
    void shouldWaitForRoomWhenTooManyAreInFlight() throws InterruptedException {
        // Given
        accept(message -> events("device-1"));
        accept(message -> events("device-2"));
        AtomicBoolean third = new AtomicBoolean();
        Thread source = new Thread(() -> {
            try {
                accept(message -> events("device-3"));
                third.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        // When
        source.start();

        // Then
        await().until(() -> source.getState() == Thread.State.WAITING);
        assertThat(sink.published).hasSize(2);

        // When
        sink.kafkaAck.complete(null);

        // Then
        await().untilTrue(third);
        assertThat(acknowledged).hasValue(3);
    }

    @Test
    void shouldCountReasonsThatNoTableKnows() throws InterruptedException {
        // When
        accept(message -> new Decoding.Events(List.of(draft("device-1")
                .setType(EventType.DISCONNECTED)
                .setCategory(Category.UNKNOWN)
                .setRawReason("gremlins"))));

        // Then
        assertThat(registry.get("fleet.bridge.unknown.reasons")
                        .tags("source", "emqx", "reason", "gremlins")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private void accept(Dialect dialect) throws InterruptedException {
        EventFinisher finisher = new EventFinisher(EventOrigin.of("emqx"));
        pipeline.accept(
                new Route("plant", "emqx", dialect, finisher, BRIDGE),
                new BrokerMessage("events", PAYLOAD, NOW),
                acknowledged::incrementAndGet);
    }

    private double counted(String result) {
        return registry.get("fleet.bridge.messages")
                .tags("dialect", "emqx", "result", result)
                .counter()
                .count();
    }

    private static Decoding events(String clientId) {
        return new Decoding.Events(List.of(draft(clientId)));
    }

    private static ConnectionEvent.Builder draft(String clientId) {
        return ConnectionEvent.newBuilder().setType(EventType.CONNECTED).setClientId(clientId);
    }
}

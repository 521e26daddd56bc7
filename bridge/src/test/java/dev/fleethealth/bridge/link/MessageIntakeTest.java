package dev.fleethealth.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.bridge.mqtt.Routes;
import dev.fleethealth.bridge.pipeline.DeadLetter;
import dev.fleethealth.bridge.pipeline.EventSink;
import dev.fleethealth.bridge.pipeline.InFlight;
import dev.fleethealth.bridge.pipeline.MessagePipeline;
import dev.fleethealth.bridge.pipeline.Route;
import dev.fleethealth.bridge.pipeline.StallWatch;
import dev.fleethealth.schemas.ConnectionEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageIntakeTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

    private final BridgeMetrics metrics = new BridgeMetrics(new SimpleMeterRegistry());
    private final List<BrokerMessage> read = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private final BrokenSink sink = new BrokenSink();
    private final MessageIntake intake = intake(sink);

    @Test
    void shouldReadMessagesOfItsTopics() {
        // When
        intake.accept(message("events/a", false));

        // Then
        assertThat(read).extracting(BrokerMessage::topic).containsExactly("events/a");
        assertThat(read).extracting(BrokerMessage::receivedAt).containsExactly(CLOCK.instant());
        assertThat(acknowledged).hasValue(1);
    }

    @Test
    void shouldIgnoreRetainedMessages() {
        // When
        intake.accept(message("events/a", true));

        // Then
        assertThat(read).isEmpty();
        assertThat(acknowledged).hasValue(1);
    }

    @Test
    void shouldIgnoreTopicsThatAnEarlierConfigurationSubscribedTo() {
        // When
        intake.accept(message("old/a", false));

        // Then
        assertThat(read).isEmpty();
        assertThat(acknowledged).hasValue(1);
    }

    @Test
    void shouldLeaveMessagesToTheBrokerWhenClosed() {
        // Given
        intake.close();

        // When
        intake.accept(message("events/a", false));

        // Then
        assertThat(read).isEmpty();
        assertThat(acknowledged).hasValue(0);
    }

    @Test
    void shouldThrowNothingAndEndTheProgramWhenTheSinkIsBroken() {
        // When
        intake.accept(message("broken/a", false));

        // Then
        assertThat(fatal.get()).isInstanceOf(LinkageError.class);
        assertThat(acknowledged).hasValue(0);
    }

    @Test
    void shouldWaitForCompanyOnlyWhileMoreMessagesAreThere() {
        // When
        intake.accept(message("events/a", false, true));

        // Then
        assertThat(sink.flushes).hasValue(0);

        // When
        intake.accept(message("events/b", false, false));

        // Then
        assertThat(sink.flushes).hasValue(1);
    }

    private MessageIntake intake(EventSink sink) {
        MessagePipeline pipeline = new MessagePipeline(sink, new InFlight(1), new StallWatch(CLOCK), metrics);
        Routes routes = new Routes()
                .add("events/#", route(new Decoding.Ignored("test")))
                .add("broken/#", route(new Decoding.Malformed("test")));
        return new MessageIntake(routes::of, "emqx", pipeline, CLOCK, metrics, fatal::set);
    }

    private Route route(Decoding decoding) {
        EventFinisher finisher = new EventFinisher(EventOrigin.of("emqx"));
        return new Route(
                "plant",
                "emqx",
                message -> {
                    read.add(message);
                    return decoding;
                },
                finisher,
                "bridge");
    }

    private IncomingMessage message(String topic, boolean retained) {
        return message(topic, retained, false);
    }

    private IncomingMessage message(String topic, boolean retained, boolean more) {
        return new IncomingMessage(topic, new byte[] {1}, retained, more, acknowledged::incrementAndGet);
    }

    private static final class BrokenSink implements EventSink {
        private final AtomicInteger flushes = new AtomicInteger();

        @Override
        public void flush() {
            flushes.incrementAndGet();
        }

        @Override
        public CompletableFuture<Void> publish(List<ConnectionEvent> events) {
            throw new LinkageError();
        }

        @Override
        public CompletableFuture<Void> deadLetter(DeadLetter letter) {
            throw new LinkageError();
        }
    }
}

package dev.fleethealth.hivemq;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.Counter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EventPublisherTest {
    private final List<CompletableFuture<Void>> broker = new ArrayList<>();
    private final List<String> topics = new ArrayList<>();
    private final Counter published = new Counter();
    private final Counter dropped = new Counter();
    private final EventPublisher publisher = new EventPublisher(this::publish, 2, published, dropped);

    @Test
    void shouldDropAndCountWhenTooManyEventsWait() {
        // When
        publisher.accept("a", new byte[0]);
        publisher.accept("b", new byte[0]);
        publisher.accept("c", new byte[0]);

        // Then
        assertThat(topics).containsExactly("$events/hivemq/a", "$events/hivemq/b");
        assertThat(dropped.getCount()).isEqualTo(1);

        // When
        broker.get(0).complete(null);
        publisher.accept("d", new byte[0]);

        // Then
        assertThat(topics).endsWith("$events/hivemq/d");
        assertThat(published.getCount()).isEqualTo(1);
    }

    @Test
    void shouldCountAndGoOnWhenTheBrokerRefuses() {
        // When
        for (int i = 0; i < 10; i++) {
            publisher.accept("a", new byte[0]);
            broker.get(i).completeExceptionally(new IllegalStateException("rate limit"));
        }

        // Then
        assertThat(dropped.getCount()).isEqualTo(10);
        assertThat(published.getCount()).isZero();
    }

    @Test
    void shouldThrowNothingWhenTheBrokerDoes() {
        // Given
        EventPublisher failing = new EventPublisher(
                (topic, payload) -> {
                    throw new IllegalStateException("not started");
                },
                1,
                published,
                dropped);

        // When
        failing.accept("a", new byte[0]);
        failing.accept("b", new byte[0]);

        // Then
        assertThat(dropped.getCount()).isEqualTo(2);
    }

    @Test
    void shouldWaitNoLongerThanGivenWhenTheBrokerDoesNotAnswer() throws InterruptedException {
        // Given
        publisher.accept("a", new byte[0]);

        // When
        publisher.drain(Duration.ofMillis(10));
        publisher.accept("b", new byte[0]);

        // Then
        assertThat(topics).hasSize(2);
    }

    private CompletableFuture<Void> publish(String topic, byte[] payload) {
        topics.add(topic);
        CompletableFuture<Void> answer = new CompletableFuture<>();
        broker.add(answer);
        return answer;
    }
}

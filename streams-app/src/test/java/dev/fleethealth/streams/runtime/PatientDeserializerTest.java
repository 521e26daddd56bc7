package dev.fleethealth.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

class PatientDeserializerTest {
    private static final TimeoutException AWAY = new TimeoutException("registry gave no answer");
    private static final SerializationException GARBAGE = new SerializationException("no magic byte");

    private final Condition registry = new Condition("schema-registry", "not asked yet");
    private final Deque<RuntimeException> faults = new ArrayDeque<>();
    private final AtomicInteger waits = new AtomicInteger();
    private Instant now = Instant.EPOCH;
    private boolean stopping;

    @Test
    void shouldWaitAndReadOnWhenTheRegistryComesBack() {
        // Given
        faults.addAll(List.of(AWAY, AWAY));
        // When
        String value = deserializer().deserialize("topic", new byte[1]);
        // Then
        assertThat(value).isEqualTo("value");
        assertThat(waits).hasValue(2);
        assertThat(registry.problem()).isEmpty();
    }

    @Test
    void shouldNotWaitWhenTheBytesAreNoRecord() {
        // Given
        faults.add(GARBAGE);
        // When / Then
        assertThatThrownBy(() -> deserializer().deserialize("topic", new byte[1]))
                .isSameAs(GARBAGE);
        assertThat(waits).hasValue(0);
    }

    @Test
    void shouldGiveUpAndNotBeReadyWhenTheRegistryStaysAway() {
        // Given
        faults.addAll(Collections.nCopies(10, AWAY));
        // When / Then
        assertThatThrownBy(() -> deserializer().deserialize("topic", new byte[1]))
                .isSameAs(AWAY);
        assertThat(waits).hasValue(5);
        assertThat(registry.problem()).contains("no answer");
    }

    @Test
    void shouldCountTheTimeOfTheTriesWhenTheRegistryIsSilent() {
        // Given
        faults.addAll(Collections.nCopies(10, AWAY));
        Deserializer<String> silent = deserializer((topic, data) -> {
            now = now.plusSeconds(3);
            throw faults.removeFirst();
        });
        // When / Then
        assertThatThrownBy(() -> silent.deserialize("topic", new byte[1])).isSameAs(AWAY);
        assertThat(faults).hasSize(8);
    }

    @Test
    void shouldGiveUpAtOnceWhenTheProgramIsToStop() {
        // Given
        faults.addAll(List.of(AWAY, AWAY));
        stopping = true;
        // When / Then
        assertThatThrownBy(() -> deserializer().deserialize("topic", new byte[1]))
                .isSameAs(AWAY);
        assertThat(waits).hasValue(1);
    }

    private PatientDeserializer<String> deserializer() {
        return deserializer((topic, data) -> {
            if (!faults.isEmpty()) {
                throw faults.removeFirst();
            }
            return "value";
        });
    }

    private PatientDeserializer<String> deserializer(Deserializer<String> failing) {
        return new PatientDeserializer<>(
                failing,
                registry,
                longest -> {
                    waits.incrementAndGet();
                    now = now.plus(longest);
                    return stopping;
                },
                () -> now,
                Duration.ofSeconds(5));
    }
}

package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.registry.FaultKind;
import dev.fleethealth.service.kafka.KafkaStart.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Holds a record back while the schema registry is away, instead of failing the stream thread. Gives up before the
 * consumer would be taken for dead; the thread then fails, is replaced and waits on. No record is lost either way.
 */
final class PatientDeserializer<T> implements Deserializer<T> {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Deserializer<T> deserializer;
    private final Condition registry;
    private final Pause pause;
    private final InstantSource clock;
    private final Duration longest;

    /**
     * @param clock measures how long a record was held back: a registry that is silent costs far more time than the pauses
     * @param longest after which no further try is begun; well below {@code max.poll.interval.ms}
     */
    PatientDeserializer(
            Deserializer<T> deserializer, Condition registry, Pause pause, InstantSource clock, Duration longest) {
        this.deserializer = deserializer;
        this.registry = registry;
        this.pause = pause;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        // The wrapped deserializer was configured when it was made.
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        @Nullable Instant begun = null;
        while (true) {
            try {
                T value = deserializer.deserialize(topic, data);
                registry.met();
                return value;
            } catch (RuntimeException e) {
                begun = begun == null ? clock.instant() : begun;
                if (FaultKind.ofReading(e) == FaultKind.DATA || stopsAfter(e) || isTooLongSince(begun)) {
                    throw e;
                }
            }
        }
    }

    private boolean isTooLongSince(Instant begun) {
        return !clock.instant().isBefore(begun.plus(longest));
    }

    private boolean stopsAfter(RuntimeException fault) {
        registry.missing("no answer", fault);
        try {
            return pause.orStop(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}

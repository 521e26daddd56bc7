package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.registry.FaultKind;
import dev.fleethealth.service.kafka.KafkaStart.Pause;
import java.time.Duration;
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
    private final int tries;

    /** @param longest how long one record may be held back; well below {@code max.poll.interval.ms} */
    PatientDeserializer(Deserializer<T> deserializer, Condition registry, Pause pause, Duration longest) {
        this.deserializer = deserializer;
        this.registry = registry;
        this.pause = pause;
        this.tries = (int) Math.max(1, longest.dividedBy(BETWEEN_TRIES));
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        // The wrapped deserializer was configured when it was made.
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        for (int tried = 1; ; tried++) {
            try {
                T value = deserializer.deserialize(topic, data);
                registry.met();
                return value;
            } catch (RuntimeException e) {
                if (FaultKind.ofReading(e) == FaultKind.DATA || tried >= tries || stopsAfter(e)) {
                    throw e;
                }
            }
        }
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

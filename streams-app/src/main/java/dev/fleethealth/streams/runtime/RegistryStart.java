package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.registry.WarmUp;
import dev.fleethealth.service.kafka.KafkaStart.Pause;
import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Asks the schema registry at start for all that the program's own records need, and waits while it is away. What the
 * registry refuses (a schema that is not compatible, wrong credentials) ends the program, for waiting does not mend it.
 */
final class RegistryStart {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Condition registry;
    private final Pause pause;

    RegistryStart(Condition registry, Pause pause) {
        this.registry = registry;
        this.pause = pause;
    }

    /**
     * Returns when the serializer or deserializer has what it needs; at once when it can't ask ahead.
     *
     * @return false when the program is to stop
     */
    boolean await(Object serde, String topic, Schema schema) throws InterruptedException {
        if (serde instanceof WarmUp warmUp) {
            while (!tryWarmUp(warmUp, topic, schema)) {
                if (pause.orStop(BETWEEN_TRIES)) {
                    return false;
                }
            }
        }
        registry.met();
        return true;
    }

    private boolean tryWarmUp(WarmUp warmUp, String topic, Schema schema) {
        try {
            warmUp.warmUp(topic, schema);
            return true;
        } catch (RetriableException e) {
            registry.missing("no answer", e);
            return false;
        }
    }
}

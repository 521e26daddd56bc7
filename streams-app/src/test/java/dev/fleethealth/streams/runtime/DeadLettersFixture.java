package dev.fleethealth.streams.runtime;

import dev.fleethealth.streams.metrics.FaultCounters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;

/** Dead letters for tests that look at something else. */
final class DeadLettersFixture {
    private DeadLettersFixture() {}

    static DeadLetters anywhere() {
        return new DeadLetters("dead-letter", new FaultCounters(new SimpleMeterRegistry()), () -> Instant.EPOCH);
    }
}

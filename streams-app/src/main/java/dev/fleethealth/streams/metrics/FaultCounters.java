package dev.fleethealth.streams.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts what went wrong with records and threads of the running program. */
public final class FaultCounters {
    private static final List<String> STAGES = List.of("deserialization", "processing");

    private final MeterRegistry registry;
    private final Counter threadsReplaced;

    public FaultCounters(MeterRegistry registry) {
        this.registry = registry;
        threadsReplaced = Counter.builder(MetricNames.THREADS_REPLACED)
                .description("Stream threads that failed and were replaced")
                .register(registry);
        STAGES.forEach(this::deadLetters);
    }

    /** @param stage {@code deserialization} or {@code processing} */
    public void deadLetter(String stage) {
        deadLetters(stage).increment();
    }

    public void threadReplaced() {
        threadsReplaced.increment();
    }

    private Counter deadLetters(String stage) {
        return Counter.builder(MetricNames.DEAD_LETTERS)
                .description("Records that could not be worked on and went to the dead-letter topic")
                .tag(MetricNames.STAGE, stage)
                .register(registry);
    }
}

package dev.fleethealth.streams.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what went wrong with records and threads of the running program. */
public final class FaultCounters {
    private final MeterRegistry registry;
    private final Counter threadsReplaced;

    public FaultCounters(MeterRegistry registry) {
        this.registry = registry;
        threadsReplaced = Counter.builder(MetricNames.THREADS_REPLACED)
                .description("Stream threads that failed and were replaced")
                .register(registry);
    }

    /** @param stage {@code deserialization} or {@code processing} */
    public void deadLetter(String stage) {
        Counter.builder(MetricNames.DEAD_LETTERS)
                .description("Records that could not be worked on and went to the dead-letter topic")
                .tag(MetricNames.STAGE, stage)
                .register(registry)
                .increment();
    }

    public void threadReplaced() {
        threadsReplaced.increment();
    }
}

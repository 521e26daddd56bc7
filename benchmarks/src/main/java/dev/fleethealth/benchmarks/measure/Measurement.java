package dev.fleethealth.benchmarks.measure;

/**
 * What some records cost.
 *
 * @param threadNanos CPU time of the thread that works on them
 * @param processNanos CPU time of the whole JVM: that thread, the Kafka clients' own, garbage collection, compilation
 * @param elapsedNanos by the wall clock
 */
public record Measurement(long records, long threadNanos, long processNanos, long elapsedNanos) {
    private static final double NANOS_IN_A_MICROSECOND = 1e3;
    private static final double NANOS_IN_A_SECOND = 1e9;

    public double threadMicros() {
        return threadNanos / NANOS_IN_A_MICROSECOND / records;
    }

    public double processMicros() {
        return processNanos / NANOS_IN_A_MICROSECOND / records;
    }

    public double recordsPerSecond() {
        return records * NANOS_IN_A_SECOND / elapsedNanos;
    }
}

package dev.fleethealth.benchmarks.measure;

/** Takes the time of the thread that starts and stops it. */
public final class Stopwatch {
    private final Moment start = Moment.now();

    private Stopwatch() {}

    public static Stopwatch start() {
        return new Stopwatch();
    }

    /** @param records how many were worked on since the start */
    public Measurement stop(long records) {
        return Moment.now().since(start, records);
    }
}

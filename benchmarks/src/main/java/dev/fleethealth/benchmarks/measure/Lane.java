package dev.fleethealth.benchmarks.measure;

/** One way to work on all records of the events topic. Lanes run one after the other, never at once. */
public interface Lane {

    String name();

    /** Works on all records, from the first one, and takes the time. */
    Measurement run() throws Exception;
}

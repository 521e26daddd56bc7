package dev.fleethealth.bridge.link;

import java.time.Duration;
import java.time.InstantSource;

/** Time as a source sees it: one thread on which everything happens in turn, and a clock. */
public interface Timing extends AutoCloseable {
    InstantSource clock();

    void execute(Runnable work);

    void schedule(Runnable work, Duration delay);

    @Override
    void close();
}

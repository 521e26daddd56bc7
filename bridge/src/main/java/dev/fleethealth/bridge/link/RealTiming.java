package dev.fleethealth.bridge.link;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The time of the clock on the wall. */
public final class RealTiming implements Timing {
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor thread;

    public RealTiming(String threadName, InstantSource clock) {
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(
                1, work -> new Thread(work, threadName), new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public void execute(Runnable work) {
        thread.execute(work);
    }

    @Override
    public void schedule(Runnable work, Duration delay) {
        thread.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

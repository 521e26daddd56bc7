package dev.fleethealth.service.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets a service run until it is told to stop (SIGTERM, SIGINT) or fails, and makes the exit code tell which: a service
 * that stopped in order when it was told to exits with 0, not with the JVM's 143.
 */
public final class ShutdownSignal {
    /** Longest time that a service gets to stop in order. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile int exitCode = 1;

    private ShutdownSignal() {}

    /**
     * Runs a service: the body starts it, calls {@link #await()}, stops it and returns the exit code.
     *
     * @return what the body returned
     */
    public static int run(Body body) throws Exception {
        ShutdownSignal signal = new ShutdownSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stopAndExit, "shutdown"));
        try {
            signal.exitCode = body.run(signal);
            return signal.exitCode;
        } finally {
            signal.finished.countDown();
        }
    }

    /** Waits until the service is to stop. */
    public void await() throws InterruptedException {
        requested.await();
        throwFailure();
    }

    /** Waits that long, or until the service is to stop, which is the answer. */
    public boolean await(Duration longest) throws InterruptedException {
        boolean stop = requested.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        throwFailure();
        return stop;
    }

    /** Ends the service because it can't go on; {@link #await()} throws. */
    public void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
        requested.countDown();
    }

    private void throwFailure() {
        Throwable cause = failure.get();
        if (cause instanceof RuntimeException exception) {
            throw exception;
        }
        if (cause != null) {
            throw new IllegalStateException("The service failed: " + cause.getMessage(), cause);
        }
    }

    /** Runs as the JVM's shutdown hook: after a signal, or after the program's own exit, when there is nothing to do. */
    private void stopAndExit() {
        if (finished.getCount() == 0) {
            return;
        }
        requested.countDown();
        Runtime.getRuntime().halt(finishedInTime() ? exitCode : 1);
    }

    private boolean finishedInTime() {
        try {
            return finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a service does between start and exit. */
    @FunctionalInterface
    public interface Body {
        /** @return the exit code */
        int run(ShutdownSignal signal) throws Exception;
    }
}

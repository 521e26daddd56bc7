package dev.fleethealth.bridge.link;

import dev.fleethealth.bridge.pipeline.MessageSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A source that keeps a connection to a broker, with its threads. */
public abstract class LinkedSource implements MessageSource {
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final KeptLink link;
    private final MessageIntake intake;
    private final Timing timing;
    private final List<ExecutorService> threads;

    /**
     * A source that is not started.
     *
     * @param timing of the link, closed with it
     * @param threads of the link, ended with it in this order
     */
    protected LinkedSource(KeptLink link, MessageIntake intake, Timing timing, List<ExecutorService> threads) {
        this.link = link;
        this.intake = intake;
        this.timing = timing;
        this.threads = List.copyOf(threads);
    }

    /** Connects, now and whenever the connection has ended. */
    public void start() {
        link.start();
    }

    /** Takes no message from now on, but stays connected so that what is in flight can be acknowledged. */
    @Override
    public void pause() {
        intake.close();
    }

    @Override
    public String name() {
        return link.name();
    }

    @Override
    public Optional<String> problem() {
        return link.problem();
    }

    /** Says goodbye to the broker, which keeps what is not acknowledged. */
    @Override
    public void close() {
        pause();
        try {
            link.stop().get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The connection ends with the process.
        }
        threads.forEach(ExecutorService::shutdownNow);
        timing.close();
    }
}

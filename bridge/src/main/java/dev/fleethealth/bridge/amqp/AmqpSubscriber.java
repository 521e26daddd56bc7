package dev.fleethealth.bridge.amqp;

import dev.fleethealth.bridge.config.ApsaramqSourceSettings;
import dev.fleethealth.bridge.link.Backoff;
import dev.fleethealth.bridge.link.KeptLink;
import dev.fleethealth.bridge.link.MessageIntake;
import dev.fleethealth.bridge.link.RealTiming;
import dev.fleethealth.bridge.link.Timing;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessageSource;
import dev.fleethealth.bridge.pipeline.Route;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One AMQP source at work, with its threads. */
public final class AmqpSubscriber implements MessageSource {
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final AmqpLink.Threads threads;
    private final Timing timing;
    private final MessageIntake intake;
    private final KeptLink source;

    /** A source that is not started. */
    public AmqpSubscriber(ApsaramqSourceSettings settings, Route route, Intake open) {
        threads = new AmqpLink.Threads(
                Executors.newSingleThreadExecutor(work -> new Thread(work, "broker-" + settings.name())),
                Executors.newSingleThreadExecutor(work -> new Thread(work, "messages-" + settings.name())));
        timing = new RealTiming("connection-" + settings.name(), open.clock());
        intake = new MessageIntake(
                topic -> Optional.of(route),
                route.dialectId(),
                open.pipeline(),
                open.clock(),
                open.metrics(),
                open.fatal());
        source = new KeptLink(
                settings.name(),
                Optional::empty, // each link signs for itself
                (credentials, listener) -> new AmqpLink(settings, open.clock(), threads, listener),
                intake::accept,
                timing,
                new Backoff(new SecureRandom()),
                open.metrics());
    }

    /** Connects, now and whenever the connection has ended. */
    public void start() {
        source.start();
    }

    @Override
    public void pause() {
        intake.close();
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Optional<String> problem() {
        return source.problem();
    }

    /** Says goodbye to the broker, which keeps what is not acknowledged. */
    @Override
    public void close() {
        pause();
        try {
            source.stop().get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The connection ends with the process.
        }
        threads.messages().shutdownNow();
        threads.calls().shutdownNow();
        timing.close();
    }
}

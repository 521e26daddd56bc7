package dev.fleethealth.bridge.amqp;

import dev.fleethealth.bridge.config.ApsaramqSourceSettings;
import dev.fleethealth.bridge.link.Backoff;
import dev.fleethealth.bridge.link.KeptLink;
import dev.fleethealth.bridge.link.LinkedSource;
import dev.fleethealth.bridge.link.MessageIntake;
import dev.fleethealth.bridge.link.RealTiming;
import dev.fleethealth.bridge.link.Timing;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.Route;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** One AMQP source at work, with its threads. */
public final class AmqpSubscriber extends LinkedSource {
    private AmqpSubscriber(KeptLink link, MessageIntake intake, Timing timing, AmqpLink.Threads threads) {
        super(link, intake, timing, List.of(threads.messages(), threads.calls()));
    }

    /** A source that is not started. */
    public static AmqpSubscriber of(ApsaramqSourceSettings settings, Route route, Intake open) {
        AmqpLink.Threads threads = new AmqpLink.Threads(
                Executors.newSingleThreadExecutor(work -> new Thread(work, "broker-" + settings.name())),
                Executors.newSingleThreadExecutor(work -> new Thread(work, "messages-" + settings.name())));
        Timing timing = new RealTiming("connection-" + settings.name(), open.clock());
        MessageIntake intake = new MessageIntake(
                topic -> Optional.of(route),
                route.dialectId(),
                open.pipeline(),
                open.clock(),
                open.metrics(),
                open.fatal());
        KeptLink link = new KeptLink(
                settings.name(),
                Optional::empty, // each link signs for itself
                (credentials, listener) -> new AmqpLink(settings, open.clock(), threads, listener),
                intake::accept,
                timing,
                new Backoff(new SecureRandom()),
                open.metrics());
        return new AmqpSubscriber(link, intake, timing, threads);
    }
}

package dev.fleethealth.bridge.mqtt;

import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.bridge.config.MqttVersion;
import dev.fleethealth.bridge.link.Backoff;
import dev.fleethealth.bridge.link.BrokerLink;
import dev.fleethealth.bridge.link.Credentials;
import dev.fleethealth.bridge.link.KeptLink;
import dev.fleethealth.bridge.link.MessageIntake;
import dev.fleethealth.bridge.link.RealTiming;
import dev.fleethealth.bridge.link.Timing;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.bridge.pipeline.MessagePipeline;
import dev.fleethealth.bridge.pipeline.MessageSource;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One MQTT source at work, with its threads: one for its messages, which may wait, and one for its connection. */
public final class MqttSubscriber implements MessageSource {
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final ExecutorService callbacks;
    private final Timing timing;
    private final MessageIntake intake;
    private final KeptLink source;

    /**
     * A source that is not started.
     *
     * @param fatal told of what should not happen, after which the program should end
     */
    public MqttSubscriber(
            MqttSourceSettings settings,
            Routes routes,
            MessagePipeline pipeline,
            InstantSource clock,
            BridgeMetrics metrics,
            Consumer<Throwable> fatal) {
        callbacks = Executors.newSingleThreadExecutor(work -> new Thread(work, "messages-" + settings.name()));
        timing = new RealTiming("connection-" + settings.name(), clock);
        intake = new MessageIntake(routes::of, settings.dialect(), pipeline, clock, metrics, fatal);
        SecureRandom random = new SecureRandom();
        Credentials.Source credentials = MqttCredentials.of(settings.credentials(), clock, random);
        Backoff backoff = new Backoff(random);
        source = new KeptLink(settings.name(), credentials, links(settings), intake::accept, timing, backoff, metrics);
    }

    /** Connects, now and whenever the connection has ended. */
    public void start() {
        source.start();
    }

    /** Takes no message from now on, but stays connected so that what is in flight can be acknowledged. */
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

    /** Whether it is connected and subscribed as asked for. */
    public boolean connected() {
        return source.problem().isEmpty();
    }

    /** Says goodbye to the broker, which keeps the session. */
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
        callbacks.shutdownNow();
        timing.close();
    }

    private BrokerLink.Factory links(MqttSourceSettings settings) {
        return settings.mqttVersion() == MqttVersion.V5
                ? (credentials, listener) -> new Mqtt5Link(settings, credentials, callbacks, listener)
                : (credentials, listener) -> new Mqtt3Link(settings, credentials, callbacks, listener);
    }
}

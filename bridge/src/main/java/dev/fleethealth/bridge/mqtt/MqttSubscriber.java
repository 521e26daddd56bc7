package dev.fleethealth.bridge.mqtt;

import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.bridge.config.MqttVersion;
import dev.fleethealth.bridge.link.Backoff;
import dev.fleethealth.bridge.link.BrokerLink;
import dev.fleethealth.bridge.link.Credentials;
import dev.fleethealth.bridge.link.KeptLink;
import dev.fleethealth.bridge.link.LinkedSource;
import dev.fleethealth.bridge.link.MessageIntake;
import dev.fleethealth.bridge.link.RealTiming;
import dev.fleethealth.bridge.link.Timing;
import dev.fleethealth.bridge.pipeline.Intake;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One MQTT source at work, with its threads: one for its messages, which may wait, and one for its connection. */
public final class MqttSubscriber extends LinkedSource {
    private MqttSubscriber(KeptLink link, MessageIntake intake, Timing timing, ExecutorService callbacks) {
        super(link, intake, timing, List.of(callbacks));
    }

    /** A source that is not started. */
    public static MqttSubscriber of(MqttSourceSettings settings, Routes routes, Intake open) {
        ExecutorService callbacks =
                Executors.newSingleThreadExecutor(work -> new Thread(work, "messages-" + settings.name()));
        Timing timing = new RealTiming("connection-" + settings.name(), open.clock());
        MessageIntake intake = new MessageIntake(
                routes::of, settings.dialect(), open.pipeline(), open.clock(), open.metrics(), open.fatal());
        SecureRandom random = new SecureRandom();
        Credentials.Source credentials = MqttCredentials.of(settings.credentials(), open.clock(), random);
        KeptLink link = new KeptLink(
                settings.name(),
                credentials,
                links(settings, callbacks),
                intake::accept,
                timing,
                new Backoff(random),
                open.metrics());
        return new MqttSubscriber(link, intake, timing, callbacks);
    }

    private static BrokerLink.Factory links(MqttSourceSettings settings, Executor callbacks) {
        return settings.mqttVersion() == MqttVersion.V5
                ? (credentials, listener) -> new Mqtt5Link(settings, credentials, callbacks, listener)
                : (credentials, listener) -> new Mqtt3Link(settings, credentials, callbacks, listener);
    }
}

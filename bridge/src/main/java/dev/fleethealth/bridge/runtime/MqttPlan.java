package dev.fleethealth.bridge.runtime;

import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.bridge.mqtt.MqttSubscriber;
import dev.fleethealth.bridge.mqtt.Routes;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessageSource;
import java.util.stream.Stream;

/** A broker to subscribe to; it claims nothing of this machine. */
record MqttPlan(MqttSourceSettings settings, Routes routes) implements PlannedSource {
    @Override
    public Stream<String> dialectIds() {
        return routes.dialectIds();
    }

    @Override
    public void claim() {}

    @Override
    public MessageSource start(Intake intake) {
        MqttSubscriber subscriber = MqttSubscriber.of(settings, routes, intake);
        subscriber.start();
        return subscriber;
    }

    @Override
    public void release() {}
}

package dev.fleethealth.bridge.runtime;

import dev.fleethealth.bridge.amqp.AmqpSubscriber;
import dev.fleethealth.bridge.config.ApsaramqSourceSettings;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessageSource;
import dev.fleethealth.bridge.pipeline.Route;
import java.util.stream.Stream;

/** Groups of ApsaraMQ to listen to; it claims nothing of this machine. */
record ApsaramqPlan(ApsaramqSourceSettings settings, Route route) implements PlannedSource {
    @Override
    public Stream<String> dialectIds() {
        return Stream.of(route.dialectId());
    }

    @Override
    public void claim() {}

    @Override
    public MessageSource start(Intake intake) {
        AmqpSubscriber subscriber = AmqpSubscriber.of(settings, route, intake);
        subscriber.start();
        return subscriber;
    }

    @Override
    public void release() {}
}

package dev.fleethealth.bridge.runtime;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.bridge.dialect.DialectRegistry;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.bridge.mqtt.MqttSubscriber;
import dev.fleethealth.bridge.mqtt.Routes;
import dev.fleethealth.bridge.pipeline.MessagePipeline;
import dev.fleethealth.service.config.ConfigurationException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All sources of the bridge: checked when made, connected when started. */
public final class Sources implements AutoCloseable {
    private final List<Planned> planned = new ArrayList<>();
    private final List<MqttSubscriber> running = new CopyOnWriteArrayList<>();

    /** @throws ConfigurationException when a source names a dialect that is not on the class path */
    public Sources(BridgeSettings settings) {
        SourceRoutes routes = new SourceRoutes(settings, DialectRegistry.load());
        for (int index = 0; index < settings.sources().size(); index++) {
            // MQTT is the only kind of source so far.
            MqttSourceSettings source = (MqttSourceSettings) settings.sources().get(index);
            planned.add(new Planned(source, routes.of(index, source)));
        }
    }

    /** Connects each source; their messages go to the pipeline. */
    List<MqttSubscriber> start(
            MessagePipeline pipeline, InstantSource clock, BridgeMetrics metrics, Consumer<Throwable> fatal) {
        for (Planned source : planned) {
            MqttSubscriber subscriber =
                    new MqttSubscriber(source.settings(), source.routes(), pipeline, clock, metrics, fatal);
            running.add(subscriber);
            subscriber.start();
        }
        return running;
    }

    /** Ids of the dialects in use. */
    List<String> dialects() {
        return planned.stream()
                .flatMap(source -> source.routes().dialectIds())
                .distinct()
                .toList();
    }

    long connected() {
        return running.stream().filter(MqttSubscriber::connected).count();
    }

    /** Takes no more messages; the connections stay, for acknowledgements. */
    void pause() {
        running.forEach(MqttSubscriber::pause);
    }

    /** Says goodbye to all brokers at one time. */
    @Override
    public void close() {
        running.parallelStream().forEach(MqttSubscriber::close);
    }

    private record Planned(MqttSourceSettings settings, Routes routes) {}
}

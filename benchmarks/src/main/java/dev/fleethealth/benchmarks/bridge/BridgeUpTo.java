package dev.fleethealth.benchmarks.bridge;

import dev.fleethealth.benchmarks.measure.Drain;
import dev.fleethealth.benchmarks.measure.Lane;
import dev.fleethealth.benchmarks.measure.Measurement;
import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.DialectRegistry;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.bridge.mqtt.MqttSubscriber;
import dev.fleethealth.bridge.mqtt.Routes;
import dev.fleethealth.bridge.pipeline.InFlight;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessagePipeline;
import dev.fleethealth.bridge.pipeline.Route;
import dev.fleethealth.bridge.pipeline.StallWatch;
import dev.fleethealth.service.metrics.ServiceMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The bridge's way up to a step, after which the message is acknowledged at once. What a step costs is the difference from
 * the one before it.
 *
 * @param step the last one
 */
public record BridgeUpTo(Step step, Backlog backlog, BridgeConfiguration configuration) implements Lane {

    @Override
    public String name() {
        return step.inWords();
    }

    @Override
    public Measurement run() throws Exception {
        backlog.fill(BridgeConfiguration.CLIENT_ID);
        BridgeSettings settings = configuration.settings();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        MeterRegistry registry = ServiceMetrics.newRegistry();
        InstantSource clock = InstantSource.system();
        BridgeMetrics metrics = new BridgeMetrics(registry);
        try (StepSink sink = StepSink.of(step, settings)) {
            StallWatch stalls = new StallWatch(clock);
            MessagePipeline pipeline = new MessagePipeline(sink, new InFlight(settings.maxInFlight()), stalls, metrics);
            Intake intake = new Intake(pipeline, clock, metrics, stalls, failure::set);
            MqttSourceSettings source = (MqttSourceSettings) settings.sources().get(0);
            try (MqttSubscriber subscriber = MqttSubscriber.of(source, routes(), intake)) {
                subscriber.start();
                return Drain.watch(
                        () -> {
                            if (failure.get() != null) {
                                throw new IllegalStateException("the bridge failed", failure.get());
                            }
                            return counted(registry);
                        },
                        backlog.messages());
            }
        }
    }

    private Routes routes() {
        Dialect dialect = step == Step.RECEIVE
                ? message -> new Decoding.Ignored("nothing is read")
                : DialectRegistry.load().create(BridgeConfiguration.DIALECT, DialectOptions.NONE);
        EventFinisher finisher = new EventFinisher(EventOrigin.of(BridgeConfiguration.DIALECT));
        return new Routes()
                .add(Backlog.FILTER, new Route("benchmark", BridgeConfiguration.DIALECT, dialect, finisher, "bridge"));
    }

    private static long counted(MeterRegistry registry) {
        return (long) registry.find("fleet.bridge.messages").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}

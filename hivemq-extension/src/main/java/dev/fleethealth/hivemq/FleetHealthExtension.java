package dev.fleethealth.hivemq;

import com.codahale.metrics.MetricRegistry;
import com.google.auto.service.AutoService;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import com.hivemq.extension.sdk.api.services.publish.Publish;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The extension: publishes the life cycle of every client and of the broker as JSON at QoS 1 under
 * {@code $events/hivemq/}.
 */
@AutoService(ExtensionMain.class)
public final class FleetHealthExtension implements ExtensionMain {
    /** Some MB at worst; at ten thousand connects a second, one second of them. */
    private static final int MAX_IN_FLIGHT = 10_000;

    private final InstantSource clock = InstantSource.system();
    private final AtomicLong connections = new AtomicLong();
    private Optional<BrokerLifecycle> broker = Optional.empty();

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        String node = NodeName.of(System.getenv());
        String run = Long.toHexString(UUID.randomUUID().getMostSignificantBits());
        EventPublisher sink = publisher(Services.metricRegistry());
        Services.eventRegistry()
                .setClientLifecycleEventListener(connection -> new ConnectionListener(
                        new ConnectionEvents(node, run + "-" + connections.incrementAndGet()), sink, clock));
        String version = input.getServerInformation().getVersion();
        BrokerLifecycle lifecycle = new BrokerLifecycle(node, version, sink, clock);
        lifecycle.announceStart(() -> Services.adminService().getCurrentStage(), Services.extensionExecutorService());
        broker = Optional.of(lifecycle);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        broker.ifPresent(BrokerLifecycle::announceStop);
    }

    private static EventPublisher publisher(MetricRegistry metrics) {
        return new EventPublisher(
                FleetHealthExtension::publish,
                MAX_IN_FLIGHT,
                metrics.counter("dev.fleethealth.events.published"),
                metrics.counter("dev.fleethealth.events.dropped"));
    }

    private static CompletableFuture<Void> publish(String topic, byte[] payload) {
        Publish message = Builders.publish()
                .topic(topic)
                .qos(Qos.AT_LEAST_ONCE)
                .payload(ByteBuffer.wrap(payload))
                .build();
        return Services.publishService().publish(message);
    }
}

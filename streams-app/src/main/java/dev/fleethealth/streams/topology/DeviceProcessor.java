package dev.fleethealth.streams.topology;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.fleet.FleetSignal;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** The Kafka Streams node around the {@link DeviceStage}. */
final class DeviceProcessor implements Processor<String, ConnectionEvent, String, FleetSignal> {
    private final TopologySettings settings;
    private @Nullable DeviceStage stage;

    private DeviceProcessor(TopologySettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, FleetSignal> context) {
        stage = new DeviceStage(settings, context);
        stage.start();
    }

    @Override
    public void process(Record<String, ConnectionEvent> record) {
        Objects.requireNonNull(stage).process(record.value());
    }

    /** Makes the processors, and names their stores. */
    record Supplier(TopologySettings settings)
            implements ProcessorSupplier<String, ConnectionEvent, String, FleetSignal> {

        @Override
        public Processor<String, ConnectionEvent, String, FleetSignal> get() {
            return new DeviceProcessor(settings);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return new Stores(settings.stateStores(), settings.logged()).ofDeviceStage();
        }
    }
}

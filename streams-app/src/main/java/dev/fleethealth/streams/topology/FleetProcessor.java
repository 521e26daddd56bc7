package dev.fleethealth.streams.topology;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.fleet.FleetSignal;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** The Kafka Streams node around the {@link FleetStage}. */
final class FleetProcessor implements Processor<String, FleetSignal, String, Alert> {
    private final TopologySettings settings;
    private @Nullable FleetStage stage;

    private FleetProcessor(TopologySettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        stage = new FleetStage(settings, context);
        stage.start();
    }

    @Override
    public void process(Record<String, FleetSignal> record) {
        Objects.requireNonNull(stage).process(record.key(), record.value());
    }

    @Override
    public void close() {
        Objects.requireNonNull(stage).leave();
    }

    /** Makes the processors, and names their stores. */
    record Supplier(TopologySettings settings) implements ProcessorSupplier<String, FleetSignal, String, Alert> {

        @Override
        public Processor<String, FleetSignal, String, Alert> get() {
            return new FleetProcessor(settings);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return new Stores(settings.stateStores(), settings.logged()).ofFleetStage();
        }
    }
}

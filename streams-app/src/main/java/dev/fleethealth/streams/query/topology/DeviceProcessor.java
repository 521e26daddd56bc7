package dev.fleethealth.streams.query.topology;

import dev.fleethealth.schemas.ConnectionEvent;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** The Kafka Streams node around the {@link DeviceRecorder}. */
final class DeviceProcessor implements Processor<String, ConnectionEvent, Void, Void> {
    private final QueryTopologySettings settings;
    private @Nullable DeviceRecorder recorder;

    private DeviceProcessor(QueryTopologySettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        recorder = new DeviceRecorder(settings, context);
        recorder.start();
    }

    @Override
    public void process(Record<String, ConnectionEvent> record) {
        Objects.requireNonNull(recorder).process(record.value());
    }

    /** Makes the processors, and names their stores. */
    record Supplier(QueryTopologySettings settings, RecordStores kept)
            implements ProcessorSupplier<String, ConnectionEvent, Void, Void> {

        @Override
        public Processor<String, ConnectionEvent, Void, Void> get() {
            return new DeviceProcessor(settings);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return kept.ofDevices();
        }
    }
}

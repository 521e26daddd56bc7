package dev.fleethealth.streams.query.topology;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.query.state.StoreNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** The Kafka Streams node around {@link RecordedAlerts}. */
final class AlertProcessor implements Processor<String, Alert, Void, Void> {
    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofMinutes(1);

    private @Nullable RecordedAlerts alerts;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        RecordedAlerts recorded = new RecordedAlerts(
                context.getStateStore(StoreNames.ALERTS), context.getStateStore(StoreNames.OPEN_ALERTS));
        alerts = recorded;
        context.schedule(
                BETWEEN_CLEAN_UPS,
                PunctuationType.WALL_CLOCK_TIME,
                wallMillis -> recorded.forgetBefore(Instant.ofEpochMilli(wallMillis)));
    }

    @Override
    public void process(Record<String, Alert> record) {
        Objects.requireNonNull(alerts).record(record.value());
    }

    /** Makes the processors, and names their stores. */
    record Supplier(RecordStores kept) implements ProcessorSupplier<String, Alert, Void, Void> {

        @Override
        public Processor<String, Alert, Void, Void> get() {
            return new AlertProcessor();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return kept.ofAlerts();
        }
    }
}

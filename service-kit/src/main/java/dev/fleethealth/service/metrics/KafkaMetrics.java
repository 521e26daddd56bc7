package dev.fleethealth.service.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Shows numbers of Kafka's own clients: one series each for all clients of the process, without labels. So neither a restart nor a
 * rebalance makes new series, for what tells clients apart holds random ids.
 */
public final class KafkaMetrics implements AutoCloseable {
    private final MeterRegistry registry;
    private final List<Meter> meters;

    private KafkaMetrics(MeterRegistry registry, List<Meter> meters) {
        this.registry = registry;
        this.meters = meters;
    }

    /**
     * Shows the series until closed.
     *
     * @param clients asked at each scrape; of a producer, of Kafka Streams
     */
    public static KafkaMetrics show(
            MeterRegistry registry, Set<KafkaSeries> series, Supplier<Map<MetricName, ? extends Metric>> clients) {
        return new KafkaMetrics(
                registry,
                series.stream().map(each -> each.register(registry, clients)).toList());
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}

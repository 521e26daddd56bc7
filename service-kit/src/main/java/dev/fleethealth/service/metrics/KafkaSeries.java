package dev.fleethealth.service.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * The numbers of Kafka's own clients that are worth a series: the list of what is allowed. Groups and names are those of
 * Kafka's documentation, "Monitoring"; our names are Kafka's, in base units.
 */
public enum KafkaSeries {
    PRODUCER_ERRORS(
            "producer-metrics",
            "record-error-total",
            "kafka.producer.record.error",
            Shape.TOTAL,
            "Records that a Kafka producer gave up; what was given up is sent again or stops the program"),
    PRODUCER_RETRIES(
            "producer-metrics",
            "record-retry-total",
            "kafka.producer.record.retry",
            Shape.TOTAL,
            "Records that a Kafka producer sent again by itself"),
    PRODUCER_LATENCY(
            "producer-metrics",
            "request-latency-max",
            "kafka.producer.request.latency.max",
            Shape.LONGEST,
            "Longest time in which Kafka answered a producer, in the last minute"),
    RECORDS_LAG(
            "consumer-fetch-manager-metrics",
            "records-lag-max",
            "kafka.consumer.fetch.manager.records.lag.max",
            Shape.LARGEST,
            "Records that the partition which is furthest behind has still to be read, changelogs that are restored included"),
    ALIVE_THREADS(
            "stream-metrics",
            "alive-stream-threads",
            "kafka.stream.alive.stream.threads",
            Shape.LARGEST,
            "Stream threads that run or are about to"),
    FAILED_THREADS(
            "stream-metrics",
            "failed-stream-threads",
            "kafka.stream.failed.stream.threads",
            Shape.TOTAL,
            "Stream threads that failed since the start"),
    CLIENT_STATE(
            "stream-metrics",
            "client-state",
            "kafka.stream.client.state",
            Shape.LARGEST,
            "State of Kafka Streams by number: 0 created, 1 rebalancing, 2 running, 3 to 4 ending, 5 to 6 failed"),
    COMMIT_LATENCY(
            "stream-thread-metrics",
            "commit-latency-max",
            "kafka.stream.thread.commit.latency.max",
            Shape.LONGEST,
            "Longest commit of a stream thread, in the last minute");

    /** Those of a producer. */
    public static final Set<KafkaSeries> OF_PRODUCER =
            Collections.unmodifiableSet(EnumSet.of(PRODUCER_ERRORS, PRODUCER_RETRIES, PRODUCER_LATENCY));

    /** Those of a Kafka Streams application, whose clients are producers and consumers. */
    public static final Set<KafkaSeries> OF_STREAMS = Collections.unmodifiableSet(EnumSet.allOf(KafkaSeries.class));

    private static final double MILLISECONDS_IN_A_SECOND = 1_000;

    private final String group;
    private final String kafkaName;
    private final String meterName;
    private final Shape shape;
    private final String description;

    KafkaSeries(String group, String kafkaName, String meterName, Shape shape, String description) {
        this.group = group;
        this.kafkaName = kafkaName;
        this.meterName = meterName;
        this.shape = shape;
        this.description = description;
    }

    Meter register(MeterRegistry registry, Supplier<Map<MetricName, ? extends Metric>> clients) {
        return switch (shape) {
            case TOTAL -> {
                // Held by the function: meters let go of the object that they are given once nothing else refers to it.
                LastingTotal total = new LastingTotal();
                yield FunctionCounter.builder(meterName, this, series -> total.after(series.ofThis(clients.get())))
                        .description(description)
                        .register(registry);
            }
            case LARGEST ->
                Gauge.builder(meterName, () -> largest(clients.get()))
                        .description(description)
                        .register(registry);
            case LONGEST ->
                Gauge.builder(meterName, () -> largest(clients.get()) / MILLISECONDS_IN_A_SECOND)
                        .description(description)
                        .baseUnit("seconds")
                        .register(registry);
        };
    }

    /** NaN where no client has a value yet. */
    private double largest(Map<MetricName, ? extends Metric> clients) {
        return ofThis(clients).values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    private Map<MetricName, Double> ofThis(Map<MetricName, ? extends Metric> clients) {
        return clients.values().stream()
                .filter(metric -> metric.metricName().group().equals(group))
                .filter(metric -> metric.metricName().name().equals(kafkaName))
                .collect(Collectors.toMap(Metric::metricName, metric -> ((Number) metric.metricValue()).doubleValue()));
    }

    private enum Shape {
        /** Counts up; the clients are added up. */
        TOTAL,

        /** The largest of all clients. */
        LARGEST,

        /** As {@link #LARGEST}; Kafka has milliseconds. */
        LONGEST
    }
}

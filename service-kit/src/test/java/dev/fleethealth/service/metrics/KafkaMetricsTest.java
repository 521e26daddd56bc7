package dev.fleethealth.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class KafkaMetricsTest {
    private static final String LAG = "kafka_consumer_fetch_manager_records_lag_max";

    private final PrometheusMeterRegistry registry = ServiceMetrics.newRegistry();
    private final Map<MetricName, Metric> clients = new HashMap<>();

    @Test
    void shouldShowOneSeriesWithoutIdsForAllClients() {
        // Given
        put("consumer-fetch-manager-metrics", "records-lag-max", "app-" + UUID.randomUUID(), 7);
        put("consumer-fetch-manager-metrics", "records-lag-max", "app-" + UUID.randomUUID(), 12);
        put("consumer-fetch-manager-metrics", "records-lag-max", "app-" + UUID.randomUUID(), Double.NaN);
        // When
        show();
        // Then
        assertThat(lines("kafka_consumer")).containsExactly(LAG + " 12.0");
    }

    @Test
    void shouldShowNothingElseOfKafka() {
        // Given
        put("consumer-fetch-manager-metrics", "records-consumed-rate", "one", 7);
        put("stream-state-metrics", "records-lag-max", "one", 7);
        // When
        show();
        // Then
        assertThat(lines("kafka_")).hasSameSizeAs(KafkaSeries.OF_STREAMS).contains(LAG + " NaN");
    }

    @Test
    void shouldShowTimesInSeconds() {
        // Given
        put("stream-thread-metrics", "commit-latency-max", "one", 250);
        // When
        show();
        // Then
        assertThat(lines("kafka_stream_thread")).containsExactly("kafka_stream_thread_commit_latency_max_seconds 0.25");
    }

    @Test
    void shouldNeverCountDownWhenClientsGoOrBeginAnew() {
        // Given
        show();
        put("producer-metrics", "record-error-total", "one", 3);
        put("producer-metrics", "record-error-total", "two", 2);
        assertThat(errors()).isEqualTo(5);
        // When
        clients.clear();
        System.gc(); // what only the meters know of must survive
        assertThat(errors()).isEqualTo(5);
        put("producer-metrics", "record-error-total", "one", 1);
        assertThat(errors()).isEqualTo(6);
        put("producer-metrics", "record-error-total", "one", 4);
        // Then
        assertThat(errors()).isEqualTo(9);
    }

    @Test
    void shouldTakeItsSeriesAwayWhenClosed() {
        // When
        show().close();
        // Then
        assertThat(lines("kafka_")).isEmpty();
    }

    @Test
    void shouldShowOnlyWhatIsAllowedOfTheRuntime() {
        assertThat(lines("jvm_memory_used_bytes{area=\"heap\"")).isNotEmpty();
        assertThat(lines("process_cpu_usage")).hasSize(1);
        assertThat(lines("jvm_classes")).isEmpty();
        assertThat(lines("process_cpu_time")).isEmpty();
    }

    private KafkaMetrics show() {
        return KafkaMetrics.show(registry, KafkaSeries.OF_STREAMS, () -> clients);
    }

    private double errors() {
        String line = lines("kafka_producer_record_error_total").get(0);
        return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
    }

    private List<String> lines(String start) {
        return registry.scrape().lines().filter(line -> line.startsWith(start)).toList();
    }

    private void put(String group, String name, String client, double value) {
        MetricName metric = new MetricName(name, group, "", Map.of("client-id", client));
        clients.put(metric, new Metric() {
            @Override
            public MetricName metricName() {
                return metric;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        });
    }
}

package dev.fleethealth.service.metrics;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;

/** A sum over counters that come and go with their clients; itself it never goes down. */
final class LastingTotal {
    private final Map<MetricName, Double> last = new HashMap<>();
    private double total;

    /** The total now that the counters stand so. One that stands lower than before has begun anew. */
    synchronized double after(Map<MetricName, Double> counters) {
        counters.forEach((name, value) -> {
            double before = last.getOrDefault(name, 0.0);
            total += value < before ? value : value - before;
        });
        last.clear();
        last.putAll(counters);
        return total;
    }
}

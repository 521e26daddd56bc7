package dev.fleethealth.bridge.metrics;

import dev.fleethealth.schemas.ConnectionEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts raw reasons that no table knows. Brokers may put anything there, so only the first few become label values; the
 * rest share one.
 */
final class UnknownReasons {
    private static final int MOST = 100;
    private static final int LONGEST = 60;
    private static final String OTHER = "_other";

    private final MeterRegistry registry;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    UnknownReasons(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(String dialect, ConnectionEvent event) {
        String reason = label(event);
        boolean room = counters.size() < MOST || counters.containsKey(dialect + ' ' + reason);
        counter(dialect, room ? reason : OTHER).increment();
    }

    private Counter counter(String dialect, String reason) {
        return counters.computeIfAbsent(dialect + ' ' + reason, key -> Counter.builder(MetricNames.UNKNOWN_REASONS)
                .description("Events whose reason no table knows")
                .tag(MetricNames.SOURCE, dialect)
                .tag(MetricNames.REASON, reason)
                .register(registry));
    }

    private static String label(ConnectionEvent event) {
        String raw = event.getRawReason() == null
                ? String.valueOf(event.getRawReasonCode())
                : event.getRawReason().replaceAll("\\p{Cntrl}", "?");
        return raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    }
}

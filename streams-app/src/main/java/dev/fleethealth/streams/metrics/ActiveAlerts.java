package dev.fleethealth.streams.metrics;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that are open now, by detector, fleet and severity, kept by their transitions.
 *
 * <p>After a restart the topology tells which alerts it found open. Memory is bounded by the number of open alerts, which the topology bounds by
 * folding.
 */
final class ActiveAlerts {
    private final MeterRegistry registry;
    private final LabelCap fleets;
    private final Map<String, Active> open = new HashMap<>();
    private final Map<Labels, AtomicLong> counts = new HashMap<>();

    ActiveAlerts(MeterRegistry registry, LabelCap fleets) {
        this.registry = registry;
        this.fleets = fleets;
    }

    synchronized void changed(Alert alert) {
        if (alert.getState() == AlertState.RESOLVED) {
            closed(open.remove(alert.getDedupKey()));
            return;
        }
        Active now = new Active(alert.getFleet(), labels(alert));
        count(now.labels).incrementAndGet();
        closed(open.put(alert.getDedupKey(), now));
    }

    /** Forgets what the instance that took the fleet over tells from now on. */
    synchronized void left(String fleet) {
        open.values().removeIf(alert -> {
            boolean gone = alert.fleet.equals(fleet);
            if (gone) {
                closed(alert);
            }
            return gone;
        });
    }

    private void closed(@Nullable Active before) {
        if (before != null) {
            count(before.labels).decrementAndGet();
        }
    }

    private Labels labels(Alert alert) {
        return new Labels(
                alert.getDetector(),
                fleets.labelOf(alert.getFleet()),
                alert.getSeverity().name());
    }

    private AtomicLong count(Labels labels) {
        return counts.computeIfAbsent(labels, this::register);
    }

    private AtomicLong register(Labels labels) {
        AtomicLong count = new AtomicLong();
        Gauge.builder(MetricNames.ALERTS_ACTIVE, count, AtomicLong::doubleValue)
                .description("Alerts that are open now")
                .tag(MetricNames.DETECTOR, labels.detector)
                .tag(MetricNames.FLEET, labels.fleet)
                .tag(MetricNames.SEVERITY, labels.severity)
                .register(registry);
        return count;
    }

    private record Active(String fleet, Labels labels) {}

    private record Labels(String detector, String fleet, String severity) {}
}

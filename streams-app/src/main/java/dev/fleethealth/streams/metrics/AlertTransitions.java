package dev.fleethealth.streams.metrics;

import dev.fleethealth.schemas.AlertState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Counts alert transitions. What may open is shown at zero beforehand, because Prometheus sees no increase in a series that
 * begins at one; for the first fleets only, so that many fleets do not cost a series for each of their detectors.
 */
final class AlertTransitions {
    /** A dozen series each. */
    private static final int MOST_EXPECTED = 50;

    private final MeterRegistry registry;
    private final Function<String, List<String>> detectorsOf;
    private final Set<String> expected = ConcurrentHashMap.newKeySet();

    /** @param detectorsOf ids of the detectors that watch a fleet */
    AlertTransitions(MeterRegistry registry, Function<String, List<String>> detectorsOf) {
        this.registry = registry;
        this.detectorsOf = detectorsOf;
    }

    /** @param label that the fleet has in metrics */
    void expect(String fleet, String label) {
        if (expected.size() < MOST_EXPECTED && expected.add(label)) {
            detectorsOf.apply(fleet).forEach(detector -> counter(detector, label, AlertState.OPEN));
        }
    }

    void count(String detector, String fleetLabel, AlertState state) {
        if (state == AlertState.OPEN) {
            counter(detector, fleetLabel, AlertState.UPDATED);
            counter(detector, fleetLabel, AlertState.RESOLVED);
        }
        counter(detector, fleetLabel, state).increment();
    }

    private Counter counter(String detector, String fleetLabel, AlertState state) {
        return Counter.builder(MetricNames.ALERT_TRANSITIONS)
                .description("Alert transitions emitted")
                .tag(MetricNames.DETECTOR, detector)
                .tag(MetricNames.FLEET, fleetLabel)
                .tag(MetricNames.STATE, state.name())
                .register(registry);
    }
}

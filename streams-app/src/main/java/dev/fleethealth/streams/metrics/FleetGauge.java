package dev.fleethealth.streams.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;

/** One number of the fleets that this instance measures; those of fleets that share a label are added up. */
final class FleetGauge {
    private final MeterRegistry registry;
    private final LabelCap fleets;
    private final String name;
    private final String description;
    private final Tags tags;
    private final Map<String, Double> valueByFleet = new HashMap<>();
    private final Map<String, Total> totalByLabel = new HashMap<>();

    /** @param tags all but that of the fleet */
    FleetGauge(MeterRegistry registry, LabelCap fleets, String name, String description, Tags tags) {
        this.registry = registry;
        this.fleets = fleets;
        this.name = name;
        this.description = description;
        this.tags = tags;
    }

    synchronized void measured(String fleet, double value) {
        Double before = valueByFleet.put(fleet, value);
        Total total = totalByLabel.computeIfAbsent(fleets.labelOf(fleet), Total::new);
        total.value += value - (before == null ? 0 : before);
        total.members += before == null ? 1 : 0;
    }

    /** Takes the fleet out; a series without a fleet disappears, so that no instance shows what another measures. */
    synchronized void left(String fleet) {
        Double before = valueByFleet.remove(fleet);
        String label = fleets.labelOf(fleet);
        Total total = totalByLabel.get(label);
        if (before == null || total == null) {
            return;
        }
        total.value -= before;
        total.members--;
        if (total.members == 0) {
            registry.remove(total.gauge);
            totalByLabel.remove(label);
        }
    }

    private synchronized double read(Total total) {
        return total.value;
    }

    private final class Total {
        private final Gauge gauge;
        private double value;
        private int members;

        Total(String label) {
            gauge = Gauge.builder(name, this, FleetGauge.this::read)
                    .description(description)
                    .tags(tags.and(MetricNames.FLEET, label))
                    .strongReference(true)
                    .register(registry);
        }
    }
}

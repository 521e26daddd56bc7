package dev.fleethealth.streams.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Devices online and known of the fleets that this instance measures; fleets that share a label are added up. */
final class FleetGauges {
    private static final Measured NOTHING = new Measured(0, 0);

    private final MeterRegistry registry;
    private final LabelCap fleets;
    private final Map<String, Measured> measuredByFleet = new HashMap<>();
    private final Map<String, Total> totalByLabel = new HashMap<>();

    FleetGauges(MeterRegistry registry, LabelCap fleets) {
        this.registry = registry;
        this.fleets = fleets;
    }

    synchronized void measured(String fleet, long online, long known) {
        Measured now = new Measured(online, known);
        Measured before = measuredByFleet.put(fleet, now);
        Total total = totalByLabel.computeIfAbsent(fleets.labelOf(fleet), Total::new);
        total.replace(before == null ? NOTHING : before, now);
        if (before == null) {
            total.members++;
        }
    }

    /** Takes the fleet out; a series without a fleet disappears, so that no instance shows what another measures. */
    synchronized void left(String fleet) {
        Measured before = measuredByFleet.remove(fleet);
        String label = fleets.labelOf(fleet);
        Total total = totalByLabel.get(label);
        if (before == null || total == null) {
            return;
        }
        total.replace(before, NOTHING);
        total.members--;
        if (total.members == 0) {
            total.gauges.forEach(registry::remove);
            totalByLabel.remove(label);
        }
    }

    private record Measured(long online, long known) {}

    private final class Total {
        private final List<Meter> gauges;
        private volatile long online;
        private volatile long known;
        private int members;

        Total(String label) {
            gauges = List.of(
                    gauge(MetricNames.DEVICES_ONLINE, "Devices that are connected now", label, total -> total.online),
                    gauge(
                            MetricNames.DEVICES_KNOWN,
                            "Distinct devices seen in the last 24 hours",
                            label,
                            total -> total.known));
        }

        void replace(Measured before, Measured now) {
            online = online - before.online + now.online;
            known = known - before.known + now.known;
        }

        private Gauge gauge(String name, String description, String label, ToDoubleFunction<Total> value) {
            return Gauge.builder(name, this, value)
                    .description(description)
                    .tag(MetricNames.FLEET, label)
                    .strongReference(true)
                    .register(registry);
        }
    }
}

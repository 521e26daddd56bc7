package dev.fleethealth.streams.metrics;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.policy.IgnoreList;
import dev.fleethealth.streams.topology.TopologyListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what the topology tells into metrics; safe for use by all stream threads at once. */
public final class FleetHealthMetrics implements TopologyListener {
    /** More dialects than there are; what stands in an event is not to be trusted. */
    private static final int MOST_SOURCES = 50;

    /** Around the promised delays of DEVICE and FLEET alerts, then up to the longest hold of a late event. */
    private static final Duration[] DELAY_BUCKETS = Stream.of(
                    50, 100, 150, 250, 400, 700, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final LabelCap fleets;
    private final LabelCap sources = new LabelCap(MOST_SOURCES);
    private final EventCounters events;
    private final FleetGauge online;
    private final FleetGauge known;
    private final Map<String, FleetGauge> baselines = new ConcurrentHashMap<>();
    private final ActiveAlerts alerts;
    private final AlertTransitions transitions;
    private final Timer detectionDelay;

    /**
     * @param maxFleets how many fleets get series of their own; all others share {@code _other}
     * @param detectorsOf ids of the detectors that watch a fleet
     */
    public FleetHealthMetrics(MeterRegistry registry, int maxFleets, Function<String, List<String>> detectorsOf) {
        this.registry = registry;
        fleets = new LabelCap(maxFleets);
        events = new EventCounters(registry);
        online = gauge(MetricNames.DEVICES_ONLINE, "Devices that are connected now", Tags.empty());
        known = gauge(MetricNames.DEVICES_KNOWN, "Distinct devices seen in the last 24 hours", Tags.empty());
        alerts = new ActiveAlerts(registry, fleets);
        transitions = new AlertTransitions(registry, detectorsOf);
        detectionDelay = Timer.builder(MetricNames.DETECTION_DELAY)
                .description("From the time of the event that opened an alert to the alert's emission")
                .serviceLevelObjectives(DELAY_BUCKETS)
                .register(registry);
    }

    @Override
    public void eventCounted(ConnectionEvent event, @Nullable Category category) {
        events.counter(fleets.labelOf(event.getFleet()), sources.labelOf(event.getSource()), event.getType(), category)
                .increment();
    }

    @Override
    public void duplicateIgnored(ConnectionEvent event) {
        events.duplicates(fleets.labelOf(event.getFleet()), sources.labelOf(event.getSource()))
                .increment();
    }

    @Override
    public void clockCorrected(ConnectionEvent event) {
        events.corrected(fleets.labelOf(event.getFleet()), sources.labelOf(event.getSource()))
                .increment();
    }

    @Override
    public void eventIgnored(IgnoreList.Reason reason) {
        Counter.builder(MetricNames.EVENTS_IGNORED)
                .description("Events that the configuration says are of no interest")
                .tag(MetricNames.REASON, reason.name())
                .register(registry)
                .increment();
    }

    @Override
    public void fleetMeasured(String fleet, long devicesOnline, long devicesKnown) {
        transitions.expect(fleet, fleets.labelOf(fleet));
        online.measured(fleet, devicesOnline);
        known.measured(fleet, devicesKnown);
    }

    @Override
    public void baselineLearned(String fleet, String detector, double usual) {
        baselines.computeIfAbsent(detector, this::baselineGauge).measured(fleet, usual);
    }

    private FleetGauge baselineGauge(String detector) {
        return gauge(
                MetricNames.BASELINE,
                "Devices that are usual in the detector's window, as learned; 0 while it is being learned",
                Tags.of(MetricNames.DETECTOR, detector));
    }

    private FleetGauge gauge(String name, String description, Tags tags) {
        return new FleetGauge(registry, fleets, name, description, tags);
    }

    @Override
    public void fleetLeft(String fleet) {
        online.left(fleet);
        known.left(fleet);
        baselines.values().forEach(each -> each.left(fleet));
        alerts.left(fleet);
    }

    @Override
    public void alertFound(Alert alert) {
        alerts.changed(alert);
    }

    @Override
    public void alertEmitted(Alert alert, Duration delay) {
        alerts.changed(alert);
        if (alert.getState() == AlertState.OPEN) {
            detectionDelay.record(delay);
        }
        transitions.count(alert.getDetector(), fleets.labelOf(alert.getFleet()), alert.getState());
    }
}

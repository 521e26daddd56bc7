package dev.fleethealth.streams.topology;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.cloudevents.CloudEvent;
import dev.fleethealth.schemas.cloudevents.CloudEventHeaders;
import dev.fleethealth.streams.alert.AdviceBook;
import dev.fleethealth.streams.alert.Explanations;
import dev.fleethealth.streams.alert.FloodGate;
import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.alert.PassedAlerts;
import dev.fleethealth.streams.alert.Subject;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.fleet.Baseline;
import dev.fleethealth.streams.fleet.FleetAlerts;
import dev.fleethealth.streams.fleet.FleetBook;
import dev.fleethealth.streams.fleet.FleetCounts;
import dev.fleethealth.streams.fleet.FleetSignal;
import dev.fleethealth.streams.fleet.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Second stage, keyed by fleet: sums what the partitions count, raises the alerts of fleets and nodes, and is the one way
 * out for all alerts.
 */
final class FleetStage {
    /** Baselines move slowly; feeding them in batches keeps their changelog small. */
    private static final Duration FEED_EVERY = Duration.ofSeconds(10);

    private final TopologyListener listener;
    private final DetectionSettings detection;
    private final FleetAlerts alerts;
    private final StreamClock clock = new StreamClock();
    private final Map<String, FleetBook> fleets = new HashMap<>();
    private final ProcessorContext<String, Alert> context;
    private final StoredCounts counts;
    private final StoredBaselines baselines;
    private final StoredAlerts openAlerts;
    private final PassedAlerts passed;
    private final FloodGate gate;
    private final Explanations explanations;
    private final Ticker ticker;
    private final AfterMaintenance afterMaintenance;
    private Instant fedAt = Instant.MIN;

    FleetStage(TopologySettings settings, ProcessorContext<String, Alert> context) {
        this.listener = settings.listener();
        this.detection = settings.detection();
        this.context = context;
        this.counts = new StoredCounts(context.getStateStore(TopologyNames.FLEET_COUNTS));
        this.baselines = new StoredBaselines(context.getStateStore(TopologyNames.BASELINES));
        this.openAlerts = new StoredAlerts(context.getStateStore(TopologyNames.FLEET_ALERTS));
        AdviceBook advice = AdviceBook.load();
        this.alerts = new FleetAlerts(detection.deskFor(openAlerts, advice));
        this.passed = new StoredPassedAlerts(context.getStateStore(TopologyNames.PASSED_ALERTS));
        this.gate = new FloodGate(detection.lifecycle(), advice, passed);
        this.explanations = new Explanations(passed);
        this.ticker = new Ticker(detection.tick(), openAlerts, this::tick);
        this.afterMaintenance = new AfterMaintenance(detection.tick(), this::judgeAfterMaintenance);
    }

    void start() {
        counts.restore((fleet, stored) -> {
            bookOf(fleet).update(stored);
            clock.observe(stored.at(), context.currentSystemTimeMs());
        });
        if (clock.isRunning()) {
            afterMaintenance.advanceTo(clock.newestEvent());
        }
        // This also makes a book of each fleet with a baseline, so that it is forgotten with the fleet.
        baselines.forgetUnused((fleet, key, baseline) -> bookOf(fleet).isLearned(key, baseline));
        passed.all().forEach(alert -> listener.alertFound(alert.latest()));
        context.schedule(detection.flush(), PunctuationType.WALL_CLOCK_TIME, this::goOn);
    }

    /** Another instance may own these fleets from now on. */
    void leave() {
        fleets.keySet().forEach(listener::fleetLeft);
    }

    void process(String fleet, FleetSignal signal) {
        if (signal instanceof FleetSignal.DeviceAlert alert) {
            emit(alert.alert());
        } else if (signal instanceof FleetSignal.Counted counted) {
            count(fleet, counted.counts());
        }
    }

    private void count(String fleet, FleetCounts newer) {
        clock.observe(newer.at(), context.currentSystemTimeMs());
        goOnTo(clock.newestEvent());
        FleetBook book = bookOf(fleet);
        if (newer.isGone()) {
            counts.remove(fleet, newer.partition());
            book.remove(newer.partition());
        } else {
            book.update(newer);
            counts.put(fleet, newer, book);
        }
        listener.fleetMeasured(fleet, book.online(), book.known());
        newer.series().values().forEach(changed -> alerts.onChange(
                        fleet, changed, book, key -> baselines.of(fleet, key), clock.newestEvent())
                .ifPresent(this::emit));
    }

    private FleetBook bookOf(String fleet) {
        return fleets.computeIfAbsent(
                fleet, any -> new FleetBook(detection.policy().of(fleet), detection.grace()));
    }

    private void goOn(long wallMillis) {
        if (clock.isRunning()) {
            goOnTo(clock.now(wallMillis));
        }
    }

    private void goOnTo(Instant now) {
        ticker.advanceTo(now);
        afterMaintenance.advanceTo(now);
        gate.advanceTo(now).forEach(this::forward);
        if (!now.minus(FEED_EVERY).isBefore(fedAt)) {
            forgetGone();
            fleets.forEach((fleet, book) -> feed(fleet, book, now));
            fedAt = now;
        }
    }

    /** A fleet of which no device is left, and no alert is open, leaves nothing behind. */
    private void forgetGone() {
        Set<String> alerting = new HashSet<>();
        passed.all().forEach(open -> alerting.add(open.latest().getFleet()));
        fleets.entrySet().removeIf(each -> {
            boolean gone = each.getValue().isEmpty() && !alerting.contains(each.getKey());
            if (gone) {
                forget(each.getKey(), each.getValue());
            }
            return gone;
        });
    }

    private void forget(String fleet, FleetBook book) {
        book.policy().detectors().forEach(detector -> baselines.forget(fleet, keyOf(detector)));
        listener.fleetLeft(fleet);
    }

    private static SeriesKey keyOf(Detector detector) {
        return new SeriesKey(detector.id(), "");
    }

    private void feed(String fleet, FleetBook book, Instant now) {
        for (Detector detector : book.policy().detectors()) {
            if (detector.comparesWithBaseline()) {
                SeriesKey key = keyOf(detector);
                Baseline fed = book.feed(baselines.of(fleet, key), key, isOpen(fleet, detector), now);
                baselines.put(fleet, key, fed);
                listener.baselineLearned(fleet, detector.id(), fed.valueAt(now));
            }
        }
    }

    private boolean isOpen(String fleet, Detector detector) {
        return openAlerts
                .find(new Subject(detector.id(), detector.scope(), fleet, ""))
                .isPresent();
    }

    private void tick(Instant now) {
        for (OpenAlert open : openAlerts.all()) {
            String fleet = open.subject().fleet();
            alerts.onTick(open, bookOf(fleet), key -> baselines.of(fleet, key), now)
                    .ifPresent(this::emit);
        }
    }

    private void judgeAfterMaintenance(Instant after, Instant until) {
        if (!detection.policy().maintenance().isEmpty()) {
            fleets.forEach(
                    (fleet, book) -> alerts.onMaintenanceEnd(fleet, book, key -> baselines.of(fleet, key), after, until)
                            .forEach(this::emit));
        }
    }

    private void emit(Alert alert) {
        gate.pass(explanations.explain(alert)).forEach(this::forward);
    }

    private void forward(Alert alert) {
        long wallMillis = context.currentSystemTimeMs();
        RecordHeaders headers = new RecordHeaders(CloudEventHeaders.of(CloudEvent.of(alert)));
        context.forward(new Record<>(alert.getDedupKey(), alert, wallMillis, headers));
        long delayMillis = Math.max(0, wallMillis - alert.getUpdatedAt().toEpochMilli());
        listener.alertEmitted(alert, Duration.ofMillis(delayMillis));
    }
}

package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.alert.AlertDesk;
import dev.fleethealth.streams.alert.Episode;
import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.alert.Subject;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.policy.Maintenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Raises and clears the alerts of fleets and nodes. */
public final class FleetAlerts {
    private final AlertDesk desk;

    public FleetAlerts(AlertDesk desk) {
        this.desk = desk;
    }

    /**
     * What to emit after a partition's counts of one series have changed: the first window that fires. What is open
     * already is judged as time goes on, for a storm changes its counts far more often than there is news.
     *
     * @param changed what has changed
     * @param now newest event time
     */
    public Optional<Alert> onChange(
            String fleet, SeriesCounts changed, FleetBook book, Function<SeriesKey, Baseline> baselines, Instant now) {
        return book.policy()
                .detector(changed.key().detector())
                .flatMap(detector ->
                        onChange(subject(fleet, changed.key(), detector), detector, changed, book, baselines, now));
    }

    private Optional<Alert> onChange(
            Subject subject,
            Detector detector,
            SeriesCounts changed,
            FleetBook book,
            Function<SeriesKey, Baseline> baselines,
            Instant now) {
        if (desk.open().find(subject).isPresent()) {
            return Optional.empty();
        }
        Counting how = book.grid().countingOf(changed.key());
        Steps steps = how.steps();
        long last = Math.min(changed.lastChanged(), steps.indexOf(now));
        long first = Math.max(changed.firstChanged(), how.oldestStep(now));
        Maintenance maintenance = book.policy().maintenanceOf(detector.id());
        Baseline baseline = baseline(detector, changed.key(), baselines);
        for (long step = first; step <= last; step++) {
            Instant at = crossing(steps, step, changed);
            Optional<Alert> alert = maintenance.isOn(at)
                    ? Optional.empty()
                    : judge(subject, changed.key(), detector, book, baseline, step, at);
            if (alert.isPresent()) {
                return alert;
            }
        }
        return Optional.empty();
    }

    /**
     * What to emit when maintenance is over: devices that it took away and that are still away are so from then on, and
     * nothing more need happen to them.
     *
     * @param after only maintenance that ended after it
     */
    public List<Alert> onMaintenanceEnd(
            String fleet, FleetBook book, Function<SeriesKey, Baseline> baselines, Instant after, Instant now) {
        List<Alert> alerts = new ArrayList<>();
        for (Detector detector : book.policy().detectors()) {
            Instant end = book.policy().maintenanceOf(detector.id()).lastEndBy(now);
            if (detector.countsWhileAway() && end.isAfter(after)) {
                SeriesKey key = new SeriesKey(detector.id(), "");
                judgeAfresh(subject(fleet, key, detector), key, detector, book, baseline(detector, key, baselines), end)
                        .ifPresent(alerts::add);
            }
        }
        return alerts;
    }

    private Optional<Alert> judgeAfresh(
            Subject subject, SeriesKey key, Detector detector, FleetBook book, Baseline baseline, Instant end) {
        boolean stillOn = book.policy().maintenanceOf(detector.id()).isOn(end);
        return stillOn || desk.open().find(subject).isPresent()
                ? Optional.empty()
                : judge(
                        subject,
                        key,
                        detector,
                        book,
                        baseline,
                        book.grid().stepsOf(key).indexOf(end),
                        end);
    }

    /** What to emit for an open alert as time goes on. */
    public Optional<Alert> onTick(
            OpenAlert open, FleetBook book, Function<SeriesKey, Baseline> baselines, Instant now) {
        Subject subject = open.subject();
        Optional<Detector> detector = book.policy().detector(subject.detector());
        if (detector.isEmpty()) {
            return Optional.of(desk.abandon(open, now));
        }
        SeriesKey key = new SeriesKey(subject.detector(), subject.name());
        long step = book.grid().stepsOf(key).indexOf(now);
        Baseline baseline = baseline(detector.get(), key, baselines);
        return judge(subject, key, detector.get(), book, baseline, step, now);
    }

    private static Baseline baseline(Detector detector, SeriesKey key, Function<SeriesKey, Baseline> baselines) {
        return detector.comparesWithBaseline() ? baselines.apply(key) : Baseline.UNKNOWN;
    }

    private Optional<Alert> judge(
            Subject subject,
            SeriesKey key,
            Detector detector,
            FleetBook book,
            Baseline baseline,
            long step,
            Instant at) {
        Counting how = book.grid().countingOf(key);
        return desk.judge(
                subject,
                detector,
                open -> new FleetReading(
                        subject.fleet(),
                        key,
                        how,
                        book,
                        step,
                        at,
                        cohortSince(how, open, step, at),
                        baseline,
                        () -> book.onlineAt(at.minus(detector.window())),
                        () -> restartingNodes(subject.fleet()),
                        open.map(Episode::openedBy)),
                at);
    }

    /** A node may serve many fleets; a broker that names none is known only by the fleet that reported its restart. */
    private Set<String> restartingNodes(String fleet) {
        String restart = ProbableCause.BROKER_RESTART.detector().orElseThrow();
        Set<String> nodes = new HashSet<>();
        for (Subject subject : desk.open().subjects()) {
            boolean isSeen = !subject.name().isEmpty() || subject.fleet().equals(fleet);
            if (isSeen && subject.detector().equals(restart)) {
                nodes.add(subject.name());
            }
        }
        return nodes;
    }

    /** The episode began with the window that opened it. */
    private static long cohortSince(Counting how, Optional<Episode> open, long step, Instant at) {
        return open.map(Episode::openedAt)
                .map(openedAt -> how.firstStep(how.steps().indexOf(openedAt), openedAt))
                .orElse(how.firstStep(step, at));
    }

    /** The moment within a step at which it was reached: that of the newest occurrence, if that lies in the step. */
    private static Instant crossing(Steps steps, long step, SeriesCounts changed) {
        Instant newest = changed.newest();
        return newest != null && steps.indexOf(newest) == step ? newest : steps.endOf(step);
    }

    private static Subject subject(String fleet, SeriesKey key, Detector detector) {
        return new Subject(detector.id(), detector.scope(), fleet, key.subject());
    }
}

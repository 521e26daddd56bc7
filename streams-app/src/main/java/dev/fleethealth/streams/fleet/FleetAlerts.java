package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.alert.AlertDesk;
import dev.fleethealth.streams.alert.Episode;
import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.alert.Subject;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.ProbableCause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Raises and clears the alerts of fleets and nodes. */
public final class FleetAlerts {
    private final Map<String, Detector> detectors;
    private final SeriesGrid grid;
    private final AlertDesk desk;

    public FleetAlerts(List<Detector> all, SeriesGrid grid, AlertDesk desk) {
        this.detectors = all.stream()
                .filter(detector -> detector.scope() != Scope.DEVICE)
                .collect(Collectors.toUnmodifiableMap(Detector::id, Function.identity()));
        this.grid = grid;
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
            String fleet, SeriesCounts changed, FleetBook book, Baseline baseline, Instant now) {
        Detector detector = detectors.get(changed.key().detector());
        if (detector == null || isOpen(fleet, changed.key(), detector)) {
            return Optional.empty();
        }
        Steps steps = grid.stepsOf(changed.key());
        Subject subject = subject(fleet, changed.key(), detector);
        long last = Math.min(changed.lastChanged(), steps.indexOf(now));
        long first = Math.max(changed.firstChanged(), grid.oldestStep(changed.key(), now));
        for (long step = first; step <= last; step++) {
            Optional<Alert> alert =
                    judge(subject, changed.key(), detector, book, baseline, step, crossing(steps, step, changed));
            if (alert.isPresent()) {
                return alert;
            }
        }
        return Optional.empty();
    }

    /** What to emit for an open alert as time goes on. */
    public Optional<Alert> onTick(OpenAlert open, FleetBook book, Baseline baseline, Instant now) {
        Subject subject = open.subject();
        Detector detector = detectors.get(subject.detector());
        if (detector == null) {
            return Optional.of(desk.abandon(open, now));
        }
        SeriesKey key = new SeriesKey(subject.detector(), subject.name());
        long step = grid.stepsOf(key).indexOf(now);
        return judge(subject, key, detector, book, baseline, step, now);
    }

    private Optional<Alert> judge(
            Subject subject,
            SeriesKey key,
            Detector detector,
            FleetBook book,
            Baseline baseline,
            long step,
            Instant at) {
        return desk.judge(
                subject,
                detector,
                open -> new FleetReading(
                        subject.fleet(),
                        key,
                        book.parts(),
                        step,
                        at,
                        cohortSince(key, detector, open, step),
                        baseline.valueAt(at),
                        book.onlineAt(at.minus(detector.window())),
                        this::restartingNodes,
                        open.map(Episode::openedBy)),
                at);
    }

    private boolean isOpen(String fleet, SeriesKey key, Detector detector) {
        return desk.open().find(subject(fleet, key, detector)).isPresent();
    }

    private Set<String> restartingNodes() {
        String restart = ProbableCause.BROKER_RESTART.detector().orElseThrow();
        return desk.open().all().stream()
                .map(OpenAlert::subject)
                .filter(subject -> subject.detector().equals(restart))
                .map(Subject::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The episode began with the window that opened it. */
    private long cohortSince(SeriesKey key, Detector detector, Optional<Episode> open, long step) {
        return open.map(episode -> grid.stepsOf(key).indexOf(episode.openedAt().minus(detector.window())))
                .orElse(step - Steps.SPAN + 1);
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

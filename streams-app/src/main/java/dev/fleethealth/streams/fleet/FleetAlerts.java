package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.alert.AlertDesk;
import dev.fleethealth.streams.alert.Episode;
import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.alert.Subject;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.ProbableCause;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
            String fleet, SeriesCounts changed, FleetBook book, Baseline baseline, Instant now) {
        return book.policy()
                .detector(changed.key().detector())
                .flatMap(detector -> onChange(subject(fleet, changed.key(), detector), detector, changed, book, baseline, now));
    }

    private Optional<Alert> onChange(
            Subject subject, Detector detector, SeriesCounts changed, FleetBook book, Baseline baseline, Instant now) {
        if (desk.open().find(subject).isPresent()) {
            return Optional.empty();
        }
        SeriesGrid grid = book.grid();
        Steps steps = grid.stepsOf(changed.key());
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
        Optional<Detector> detector = book.policy().detector(subject.detector());
        if (detector.isEmpty()) {
            return Optional.of(desk.abandon(open, now));
        }
        SeriesKey key = new SeriesKey(subject.detector(), subject.name());
        long step = book.grid().stepsOf(key).indexOf(now);
        return judge(subject, key, detector.get(), book, baseline, step, now);
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
                        book,
                        step,
                        at,
                        cohortSince(book.grid().stepsOf(key), detector, open, step),
                        baseline.valueAt(at),
                        book.onlineAt(at.minus(detector.window())),
                        this::restartingNodes,
                        open.map(Episode::openedBy)),
                at);
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
    private static long cohortSince(Steps steps, Detector detector, Optional<Episode> open, long step) {
        return open.map(episode -> steps.indexOf(episode.openedAt().minus(detector.window())))
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

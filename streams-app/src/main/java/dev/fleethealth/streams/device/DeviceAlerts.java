package dev.fleethealth.streams.device;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.alert.AlertDesk;
import dev.fleethealth.streams.alert.Episode;
import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.alert.Subject;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.policy.FleetPolicy;
import dev.fleethealth.streams.policy.Maintenance;
import dev.fleethealth.streams.session.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Raises and clears the alerts of single devices. */
public final class DeviceAlerts {
    private final FleetPolicy policy;
    private final List<Detector> detectors;
    private final AlertDesk desk;

    /** @param policy of the fleet to which the devices belong */
    public DeviceAlerts(FleetPolicy policy, AlertDesk desk) {
        this.policy = policy;
        this.detectors = policy.detectors().stream()
                .filter(detector -> detector.scope() == Scope.DEVICE)
                .toList();
        this.desk = desk;
    }

    /** What to emit after a change of a device's history. */
    public List<Alert> onChange(DeviceKey key, DeviceView before, DeviceView after) {
        if (key.clientId().isEmpty() || before.histories() == after.histories()) {
            return List.of();
        }
        List<Alert> alerts = new ArrayList<>();
        for (Detector detector : detectors) {
            List<Occurrence> current = after.occurrencesOf(detector.id());
            Occurrence first = firstNew(before.occurrencesOf(detector.id()), current);
            if (first != null) {
                judgeSince(first.at(), current, detector, key, after).ifPresent(alerts::add);
            }
        }
        return alerts;
    }

    /** What to emit for an open alert as time goes on. */
    public Optional<Alert> onTick(OpenAlert open, DeviceView view, Instant now) {
        Optional<Detector> known = policy.detector(open.subject().detector());
        return known.isEmpty()
                ? Optional.of(desk.abandon(open, now))
                : known.flatMap(detector -> desk.judge(
                        open.subject(),
                        detector,
                        episode -> reading(open.subject(), detector, view, now, episode),
                        now));
    }

    /**
     * When an open alert may read otherwise though nothing is heard of its device: as what counts leaves its windows, and as
     * its episode goes on.
     */
    public Instant nextLook(OpenAlert open, DeviceView view, Instant now) {
        Optional<Detector> known = policy.detector(open.subject().detector());
        return known.map(detector -> earlier(
                        desk.nextNews(open, detector, now),
                        earlier(
                                nextLeaving(view.occurrencesOf(detector.id()), detector, now),
                                nextForgotten(view.session().recentEndings(), now))))
                .orElse(now);
    }

    private static Instant nextLeaving(List<Occurrence> occurrences, Detector detector, Instant now) {
        Instant next = Instant.MAX;
        for (Occurrence occurrence : occurrences) {
            next = earlier(next, after(occurrence.at().plus(detector.innerWindow()), now));
            next = earlier(next, after(occurrence.at().plus(detector.window()), now));
        }
        return next;
    }

    /** Endings that are no longer looked back to may leave another cause. */
    private static Instant nextForgotten(List<Ending> endings, Instant now) {
        Instant next = Instant.MAX;
        for (Ending ending : endings) {
            next = earlier(next, after(ending.at().plus(EndingTally.LOOK_BACK), now));
        }
        return next;
    }

    /** The moment after the last in a window; none when that has passed. */
    private static Instant after(Instant last, Instant now) {
        return last.isBefore(now) ? Instant.MAX : last.plusNanos(1);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /**
     * An occurrence that comes late may complete an earlier window, so all window ends from the first new occurrence on
     * are judged, until one has news.
     */
    private Optional<Alert> judgeSince(
            Instant since, List<Occurrence> occurrences, Detector detector, DeviceKey key, DeviceView view) {
        Subject subject = new Subject(detector.id(), Scope.DEVICE, key.fleet(), key.clientId());
        Maintenance maintenance = policy.maintenanceOf(detector.id());
        boolean isOpen = desk.open().find(subject).isPresent();
        for (Occurrence occurrence : occurrences) {
            Instant at = occurrence.at();
            if (!at.isBefore(since) && (isOpen || !maintenance.isOn(at))) {
                Optional<Alert> alert =
                        desk.judge(subject, detector, open -> reading(subject, detector, view, at, open), at);
                if (alert.isPresent()) {
                    return alert;
                }
            }
        }
        return Optional.empty();
    }

    /** What opens an alert lies after the last maintenance; what keeps one open need not. */
    private DeviceReading reading(
            Subject subject, Detector detector, DeviceView view, Instant at, Optional<Episode> open) {
        Instant start = at.minus(detector.window());
        Instant fresh = policy.maintenanceOf(detector.id()).lastEndBy(at);
        Instant from = open.isEmpty() && fresh.isAfter(start) ? fresh : start;
        return new DeviceReading(
                subject.fleet(), subject.name(), detector, view, from, at, open.map(Episode::openedBy));
    }

    private static @Nullable Occurrence firstNew(List<Occurrence> before, List<Occurrence> after) {
        if (after == before) {
            return null;
        }
        for (Occurrence occurrence : after) {
            if (!before.contains(occurrence)) {
                return occurrence;
            }
        }
        return null;
    }
}

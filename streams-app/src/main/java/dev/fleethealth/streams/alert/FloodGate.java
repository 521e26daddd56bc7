package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where all alerts go out. When more than {@link #MOST_TOLD} devices of a fleet have an alert of the same detector, the
 * next ones are folded into one alert of the fleet (detection.md §2, "Flood control"): nobody reads a thousand pages.
 * Not thread-safe.
 */
public final class FloodGate {
    static final int MOST_TOLD = 20;

    private final AlertLifecycle lifecycle;
    private final FoldedAlert summaries;
    private final PassedAlerts passed;
    private final Map<Group, Flood> floods = new HashMap<>();

    private record Group(String detector, String fleet) {

        static Group of(Alert alert) {
            return new Group(alert.getDetector(), alert.getFleet());
        }
    }

    /**
     * @param lifecycle how often a summary is reported again, and how long its resolution is held back
     * @param passed the open alerts that passed before a restart
     */
    public FloodGate(AlertLifecycle lifecycle, AdviceBook advice, PassedAlerts passed) {
        this.lifecycle = lifecycle;
        this.summaries = new FoldedAlert(advice);
        this.passed = passed;
        passed.all().forEach(alert -> floodOf(alert.latest()).add(alert));
    }

    /** What goes out for a transition. */
    public List<Alert> pass(Alert alert) {
        Flood flood = floodOf(alert);
        if (alert.getScope() != Scope.DEVICE || flood.isTold(alert)) {
            return tell(alert, flood);
        }
        if (flood.isFolded(alert) || flood.told() >= MOST_TOLD) {
            return fold(alert, flood);
        }
        return tell(alert, flood);
    }

    private List<Alert> tell(Alert alert, Flood flood) {
        keep(alert, false, flood);
        return List.of(alert);
    }

    private List<Alert> fold(Alert alert, Flood flood) {
        keep(alert, true, flood);
        if (flood.summary().isEmpty()) {
            return List.of(summarize(AlertState.OPEN, alert, alert, flood));
        }
        Alert summary = flood.summary().get();
        if (flood.isEbbing()) {
            remember(
                    Alert.newBuilder(summary)
                            .setResolvedAt(alert.getResolvedAt())
                            .build(),
                    flood);
            return List.of();
        }
        if (isDue(summary, alert)) {
            return List.of(update(summary, alert, flood));
        }
        if (flood.folded().size() > summary.getDeviceCount()) {
            remember(summaries.grown(summary, flood.folded().values(), flood.told()), flood);
        }
        return List.of();
    }

    /** Numbers that fall are told, but what is told in the end is how it was at its worst. */
    private Alert update(Alert summary, Alert newest, Flood flood) {
        Alert update = summarize(AlertState.UPDATED, summary, newest, flood);
        if (update.getDeviceCount() < summary.getDeviceCount()) {
            remember(
                    Alert.newBuilder(summary)
                            .setUpdatedAt(update.getUpdatedAt())
                            .build(),
                    flood);
        }
        return update;
    }

    /** What goes out as time goes on: summaries that are over, and have been held back long enough. */
    public List<Alert> advanceTo(Instant now) {
        List<Alert> over = floods.values().stream()
                .filter(Flood::isEbbing)
                .filter(flood -> isOver(flood.summary().orElseThrow(), now))
                .map(flood -> close(flood, now))
                .toList();
        floods.values().removeIf(Flood::isEmpty);
        return over;
    }

    private boolean isOver(Alert summary, Instant now) {
        return summary.getResolvedAt() != null
                && !now.isBefore(summary.getResolvedAt().plus(lifecycle.resolveHold()));
    }

    private boolean isDue(Alert summary, Alert alert) {
        return !alert.getUpdatedAt().isBefore(summary.getUpdatedAt().plus(lifecycle.updateInterval()));
    }

    private Alert summarize(AlertState state, Alert first, Alert newest, Flood flood) {
        Alert summary = summaries.of(state, first, newest, flood.folded().values(), flood.told());
        remember(summary, flood);
        return summary;
    }

    private void remember(Alert summary, Flood flood) {
        flood.summarize(summary);
        passed.put(new PassedAlert(summary, false));
    }

    private Alert close(Flood flood, Instant now) {
        Alert summary = flood.summary().orElseThrow();
        flood.summarize(null);
        passed.remove(Subject.of(summary));
        return Alert.newBuilder(summary)
                .setState(AlertState.RESOLVED)
                .setUpdatedAt(now)
                .setSummary("Over: " + summary.getSummary())
                .build();
    }

    private void keep(Alert alert, boolean folded, Flood flood) {
        if (alert.getState() == AlertState.RESOLVED) {
            flood.remove(alert);
            passed.remove(Subject.of(alert));
        } else {
            PassedAlert kept = new PassedAlert(alert, folded);
            flood.add(kept);
            passed.put(kept);
        }
    }

    private Flood floodOf(Alert alert) {
        return floods.computeIfAbsent(Group.of(alert), any -> new Flood());
    }
}

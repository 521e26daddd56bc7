package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import java.time.Duration;
import java.util.ArrayList;
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

    private final Duration updateInterval;
    private final FoldedAlert summaries;
    private final PassedAlerts passed;
    private final Map<Group, Flood> floods = new HashMap<>();

    private record Group(String detector, String fleet) {

        static Group of(Alert alert) {
            return new Group(alert.getDetector(), alert.getFleet());
        }
    }

    /** @param passed the open alerts that passed before a restart */
    public FloodGate(Duration updateInterval, AdviceBook advice, PassedAlerts passed) {
        this.updateInterval = updateInterval;
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
        List<Alert> out = new ArrayList<>();
        if (flood.summary().isEmpty()) {
            out.add(summarize(AlertState.OPEN, alert, alert, flood));
        } else if (flood.folded().isEmpty()) {
            out.add(close(flood.summary().get(), alert, flood));
        } else if (isDue(flood.summary().get(), alert)) {
            out.add(summarize(AlertState.UPDATED, flood.summary().get(), alert, flood));
        }
        return out;
    }

    private boolean isDue(Alert summary, Alert alert) {
        return !alert.getUpdatedAt().isBefore(summary.getUpdatedAt().plus(updateInterval));
    }

    private Alert summarize(AlertState state, Alert first, Alert newest, Flood flood) {
        Alert summary = summaries.of(state, first, newest, flood.folded().values(), flood.told());
        flood.summarize(summary);
        passed.put(new PassedAlert(summary, false));
        return summary;
    }

    private Alert close(Alert summary, Alert last, Flood flood) {
        flood.summarize(null);
        passed.remove(summary.getDedupKey());
        return Alert.newBuilder(summary)
                .setState(AlertState.RESOLVED)
                .setUpdatedAt(last.getUpdatedAt())
                .setResolvedAt(last.getResolvedAt())
                .build();
    }

    private void keep(Alert alert, boolean folded, Flood flood) {
        if (alert.getState() == AlertState.RESOLVED) {
            flood.remove(alert);
            passed.remove(alert.getDedupKey());
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

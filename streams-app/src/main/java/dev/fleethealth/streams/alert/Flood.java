package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open device alerts of one detector in one fleet. Not thread-safe. */
final class Flood {
    private final Map<String, Alert> told = new LinkedHashMap<>();
    private final Map<String, Alert> folded = new LinkedHashMap<>();
    private @Nullable Alert summary;

    void add(PassedAlert alert) {
        if (FoldedAlert.isOne(alert.latest())) {
            summary = alert.latest();
        } else {
            (alert.folded() ? folded : told).put(alert.latest().getDedupKey(), alert.latest());
        }
    }

    boolean isEmpty() {
        return told.isEmpty() && folded.isEmpty() && summary == null;
    }

    int told() {
        return told.size();
    }

    boolean isFolded(Alert alert) {
        return folded.containsKey(alert.getDedupKey());
    }

    boolean isTold(Alert alert) {
        return told.containsKey(alert.getDedupKey());
    }

    void remove(Alert alert) {
        told.remove(alert.getDedupKey());
        folded.remove(alert.getDedupKey());
    }

    /** Those that are told as one. */
    Map<String, Alert> folded() {
        return folded;
    }

    Optional<Alert> summary() {
        return Optional.ofNullable(summary);
    }

    void summarize(@Nullable Alert alert) {
        summary = alert;
    }

    /** Whether all folded alerts are over, and only the hold keeps the summary open. */
    boolean isEbbing() {
        return summary != null && folded.isEmpty();
    }
}

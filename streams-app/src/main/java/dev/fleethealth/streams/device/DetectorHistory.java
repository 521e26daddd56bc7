package dev.fleethealth.streams.device;

import dev.fleethealth.streams.detector.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What counts for one detector.
 *
 * @param detector its id
 * @param occurrences oldest first; at least one
 */
public record DetectorHistory(String detector, List<Occurrence> occurrences) {

    /** Whether the device has not been back since its newest occurrence. */
    boolean isAway() {
        return occurrences.get(occurrences.size() - 1).backAt() == null;
    }

    /** With the time at which the device is back put to what occurred while it was away. */
    DetectorHistory backBy(Instant time) {
        List<Occurrence> back = new ArrayList<>(occurrences.size());
        for (Occurrence occurrence : occurrences) {
            back.add(occurrence.backBy(time));
        }
        return new DetectorHistory(detector, Collections.unmodifiableList(back));
    }

    /** The histories with one of them replaced; a device has few, so they are searched one by one. */
    static List<DetectorHistory> with(List<DetectorHistory> all, DetectorHistory changed) {
        if (all.isEmpty()) {
            return List.of(changed);
        }
        List<DetectorHistory> next = new ArrayList<>(all.size() + 1);
        for (DetectorHistory each : all) {
            if (!each.detector.equals(changed.detector)) {
                next.add(each);
            }
        }
        next.add(changed);
        return Collections.unmodifiableList(next);
    }
}

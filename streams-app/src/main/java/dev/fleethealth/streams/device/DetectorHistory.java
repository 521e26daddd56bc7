package dev.fleethealth.streams.device;

import dev.fleethealth.streams.detector.Occurrence;
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

    /** The histories with one of them replaced; a device has few, so they are searched one by one. */
    static List<DetectorHistory> with(List<DetectorHistory> all, DetectorHistory changed) {
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

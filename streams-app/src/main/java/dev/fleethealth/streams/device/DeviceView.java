package dev.fleethealth.streams.device;

import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.session.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A device as its events so far show it.
 *
 * @param histories what counts for each detector; detectors for which nothing does are left out
 */
public record DeviceView(Session session, List<DetectorHistory> histories) {
    public static final DeviceView NEVER_SEEN = new DeviceView(Session.NEVER_SEEN, List.of());

    public List<Occurrence> occurrencesOf(String detector) {
        for (DetectorHistory history : histories) {
            if (history.detector().equals(detector)) {
                return history.occurrences();
            }
        }
        return List.of();
    }

    DeviceView withSession(Session next) {
        return new DeviceView(next, histories);
    }

    /** With the time at which the device is back put to what occurred for a detector while it was away. */
    DeviceView backBy(Instant time, String detector) {
        List<Occurrence> all = occurrencesOf(detector);
        if (all.isEmpty() || all.get(all.size() - 1).backAt() != null) {
            return this;
        }
        List<Occurrence> back = new ArrayList<>(all.size());
        for (Occurrence occurrence : all) {
            back.add(occurrence.backBy(time));
        }
        return withOccurrences(detector, back);
    }

    DeviceView withOccurrences(String detector, List<Occurrence> next) {
        DetectorHistory changed = new DetectorHistory(detector, Collections.unmodifiableList(next));
        return new DeviceView(session, DetectorHistory.with(histories, changed));
    }
}

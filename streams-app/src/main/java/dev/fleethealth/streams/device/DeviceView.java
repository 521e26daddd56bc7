package dev.fleethealth.streams.device;

import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.session.Session;
import java.time.Instant;
import java.util.List;

/**
 * A device as its events so far show it.
 *
 * @param histories what counts for each detector; detectors for which nothing does are left out
 */
public record DeviceView(Session session, List<DetectorHistory> histories) {
    public static final DeviceView NEVER_SEEN = new DeviceView(Session.NEVER_SEEN, List.of());

    public List<Occurrence> occurrencesOf(String detector) {
        // Asked for each event and detector, so without an iterator.
        for (int i = 0; i < histories.size(); i++) {
            if (histories.get(i).detector().equals(detector)) {
                return histories.get(i).occurrences();
            }
        }
        return List.of();
    }

    DeviceView withSession(Session next) {
        return new DeviceView(next, histories);
    }

    /** Without what occurred for a detector at that time. */
    DeviceView without(String detector, Instant time) {
        List<Occurrence> kept = occurrencesOf(detector).stream()
                .filter(occurrence -> !occurrence.at().equals(time))
                .toList();
        DeviceView others = new DeviceView(
                session,
                histories.stream()
                        .filter(history -> !history.detector().equals(detector))
                        .toList());
        return kept.isEmpty() ? others : others.with(new DetectorHistory(detector, kept));
    }

    DeviceView with(DetectorHistory changed) {
        return new DeviceView(session, DetectorHistory.with(histories, changed));
    }
}

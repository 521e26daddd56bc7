package dev.fleethealth.streams.device;

import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.session.Session;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A device as its events so far show it.
 *
 * @param occurrences what counts for each detector, by detector id, oldest first; detectors with none are left out
 */
public record DeviceView(Session session, Map<String, List<Occurrence>> occurrences) {
    public static final DeviceView NEVER_SEEN = new DeviceView(Session.NEVER_SEEN, Map.of());

    public List<Occurrence> occurrencesOf(String detector) {
        return occurrences.getOrDefault(detector, List.of());
    }

    DeviceView withSession(Session next) {
        return new DeviceView(next, occurrences);
    }

    /** With the time at which the device is back put to what occurred for a detector while it was away. */
    DeviceView backBy(Instant time, String detector) {
        List<Occurrence> all = occurrencesOf(detector);
        boolean nothingToAdd = all.isEmpty() || all.get(all.size() - 1).backAt() != null;
        return nothingToAdd
                ? this
                : withOccurrences(
                        detector,
                        all.stream().map(occurrence -> occurrence.backBy(time)).toList());
    }

    DeviceView withOccurrences(String detector, List<Occurrence> next) {
        Map<String, List<Occurrence>> changed = new HashMap<>(occurrences);
        if (next.isEmpty()) {
            changed.remove(detector);
        } else {
            changed.put(detector, next);
        }
        return new DeviceView(session, Map.copyOf(changed));
    }
}

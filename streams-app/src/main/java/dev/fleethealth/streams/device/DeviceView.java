package dev.fleethealth.streams.device;

import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.session.Session;
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

package dev.fleethealth.benchmarks.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Delays of the alerts of one detector, from the event that crosses the threshold to the alert in a consumer's hands.
 *
 * @param expected how many thresholds were crossed
 * @param sorted in milliseconds, of those alerts that came
 */
public record Delays(String detector, int expected, List<Long> sorted) {

    static Delays of(String detector, Map<String, Instant> crossings, Map<String, Instant> opened) {
        List<String> keys = crossings.keySet().stream()
                .filter(key -> key.startsWith(detector + "/"))
                .toList();
        List<Long> millis = keys.stream()
                .filter(opened::containsKey)
                .map(key ->
                        Duration.between(crossings.get(key), opened.get(key)).toMillis())
                .sorted()
                .toList();
        return new Delays(detector, keys.size(), millis);
    }

    /** @param share of the alerts that were as fast or faster, 0 to 1 */
    public long percentile(double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index));
    }
}

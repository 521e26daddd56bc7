package dev.fleethealth.benchmarks.bridge;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bridge's own histogram of the time from receipt to acknowledgement.
 *
 * @param counts by upper limit in seconds, how many messages took no longer
 */
record PublishTimes(TreeMap<Double, Double> counts) {
    private static final Pattern BUCKET =
            Pattern.compile("fleet_bridge_publish_seconds_bucket\\{le=\"([^\"]+)\"\\} (\\S+)");

    /** @param metrics as Prometheus reads them */
    static PublishTimes of(String metrics) {
        TreeMap<Double, Double> counts = new TreeMap<>();
        for (String line : metrics.lines().toList()) {
            Matcher bucket = BUCKET.matcher(line);
            if (bucket.matches()) {
                counts.put(limit(bucket.group(1)), Double.parseDouble(bucket.group(2)));
            }
        }
        return new PublishTimes(counts);
    }

    /** The least upper limit, in seconds, that so large a share of the messages keeps. */
    double percentile(double share) {
        double all = counts.lastEntry().getValue();
        return counts.entrySet().stream()
                .filter(bucket -> bucket.getValue() >= all * share)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double limit(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }
}

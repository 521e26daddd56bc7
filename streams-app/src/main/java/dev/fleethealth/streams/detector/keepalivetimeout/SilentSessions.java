package dev.fleethealth.streams.detector.keepalivetimeout;

import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Occurrence;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How old sessions were when they timed out, measured in keep-alives. A broker waits 1.5 keep-alives for the next packet
 * (MQTT 3.1.2.10), so a session that ends just then has sent nothing since its CONNECT.
 *
 * @param ages of the sessions at their ends, in seconds
 * @param ratios of those ages to the keep-alive
 */
record SilentSessions(List<Long> ages, List<Double> ratios) {
    private static final double ALLOWED_SILENCE = 1.5;

    /** Brokers look for silent clients every few seconds, some every half a keep-alive. */
    private static final double LATEST_NOTICE = 2.1;

    private static final int MOST_NAMED = 10;

    static SilentSessions of(List<Occurrence> timeouts) {
        List<Occurrence> complete = timeouts.stream()
                .filter(timeout -> timeout.facts().has(Fact.SESSION_AGE))
                .toList();
        List<Double> ratios = complete.stream()
                .filter(timeout -> keepAlive(timeout) > 0)
                .map(timeout -> age(timeout) / (double) keepAlive(timeout))
                .toList();
        return new SilentSessions(complete.stream().map(SilentSessions::age).toList(), ratios);
    }

    private static long age(Occurrence timeout) {
        return Long.parseLong(timeout.facts().get(Fact.SESSION_AGE, "0"));
    }

    private static long keepAlive(Occurrence timeout) {
        return Long.parseLong(timeout.facts().get(Fact.KEEP_ALIVE, "0"));
    }

    /** Whether every session ended as soon as it could: the device never sends PINGREQ, or any other packet. */
    boolean neverPing() {
        return !ratios.isEmpty()
                && ratios.stream().allMatch(ratio -> ratio >= ALLOWED_SILENCE - 0.1 && ratio <= LATEST_NOTICE);
    }

    Map<String, String> evidence() {
        if (ages.isEmpty()) {
            return Map.of();
        }
        String seconds = ages.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return ratios.isEmpty()
                ? Map.of("sessionAgeSeconds", seconds)
                : Map.of("sessionAgeSeconds", seconds, "sessionAgeToKeepAlive", range());
    }

    private String range() {
        DoubleSummaryStatistics statistics =
                ratios.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        String note = neverPing() ? ": nothing was sent after CONNECT" : "";
        return String.format(Locale.ROOT, "%.1f to %.1f", statistics.getMin(), statistics.getMax()) + note;
    }

    String remark() {
        return neverPing() ? ": it never sends PINGREQ" : "";
    }
}

package dev.fleethealth.streams.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Bounds the values of a label whose set is open: the first so many values get labels of their own, all others share
 * {@value #OTHER}. A value that was taken once keeps its place until the program ends, for its series do, too. Values come
 * from devices: a label has no control characters and no more than {@value #LONGEST} characters, so that values may share one.
 */
final class LabelCap {
    static final String OTHER = "_other";
    static final int LONGEST = 128;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e]");

    private final int most;
    private final Map<String, String> labels = new ConcurrentHashMap<>();
    private volatile boolean full;

    LabelCap(int most) {
        this.most = most;
    }

    String labelOf(String value) {
        String label = labels.get(value);
        if (label != null) {
            return label;
        }
        return full ? OTHER : take(value);
    }

    private synchronized String take(String value) {
        if (labels.size() < most) {
            labels.put(value, printable(value));
        }
        full = labels.size() >= most;
        return labels.getOrDefault(value, OTHER);
    }

    private static String printable(String value) {
        String start = value.length() > LONGEST ? value.substring(0, LONGEST - 1) + "…" : value;
        return UNPRINTABLE.matcher(start).replaceAll("?");
    }
}

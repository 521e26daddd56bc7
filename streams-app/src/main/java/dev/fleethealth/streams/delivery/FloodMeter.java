package dev.fleethealth.streams.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** Counts the pages opened on each lane in the last while. Not thread-safe. */
final class FloodMeter {
    private final int most;
    private final Duration window;
    private final Map<String, PriorityQueue<Instant>> opened = new HashMap<>();

    /** @param most how many pages of one lane may open in the window; 0 for any number */
    FloodMeter(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    void count(String lane, Instant at) {
        if (most > 0) {
            opened.computeIfAbsent(lane, any -> new PriorityQueue<>()).add(at);
        }
    }

    boolean isFull(String lane, Instant now) {
        PriorityQueue<Instant> times = opened.get(lane);
        if (times == null) {
            return false;
        }
        while (!times.isEmpty() && !times.peek().isAfter(now.minus(window))) {
            times.remove();
        }
        return times.size() >= most;
    }
}

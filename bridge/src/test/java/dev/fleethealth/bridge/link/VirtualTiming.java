package dev.fleethealth.bridge.link;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** Time that passes only when the test lets it. */
final class VirtualTiming implements Timing {
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private long numbers;

    @Override
    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public void execute(Runnable work) {
        schedule(work, Duration.ZERO);
    }

    @Override
    public void schedule(Runnable work, Duration delay) {
        tasks.add(new Task(now.plus(delay), numbers++, work));
    }

    @Override
    public void close() {
        tasks.clear();
    }

    void pass(Duration time) {
        Instant end = now.plus(time);
        while (!tasks.isEmpty() && !tasks.peek().due().isAfter(end)) {
            Task task = tasks.remove();
            now = task.due();
            task.work().run();
        }
        now = end;
    }

    private record Task(Instant due, long number, Runnable work) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = due.compareTo(other.due);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }
}

package dev.fleethealth.bridge.file;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The lines of a source that were taken and that no kept position covers yet: a bounded number, because after a crash all
 * of them are read again. A line is covered when it and all lines before it in its file are safe.
 */
final class Window {
    private final int most;
    private int open;
    private int coverable;

    Window(int most) {
        this.most = most;
    }

    /** Waits for room; true when positions have to be kept first to get it. */
    synchronized boolean awaitRoom() throws InterruptedException {
        if (open < most) {
            return false;
        }
        while (coverable < Math.max(1, most / 2)) {
            wait();
        }
        return true;
    }

    /** How many lines would be covered if positions were read now; read it before them. */
    synchronized int coverable() {
        return coverable;
    }

    /** So many lines are covered by what was kept. */
    synchronized void covered(int lines) {
        open -= lines;
        coverable -= lines;
    }

    /** The lines of one file, from that offset on. */
    Track track(long offset) {
        return new Track(offset);
    }

    /** The lines of one file in their order. */
    final class Track {
        private final Deque<Mark> marks = new ArrayDeque<>();
        private long safe;

        private Track(long offset) {
            this.safe = offset;
        }

        Mark taken(long end) {
            synchronized (Window.this) {
                Mark mark = new Mark(this, end);
                marks.add(mark);
                open++;
                return mark;
            }
        }

        /** Everything before this offset is safe. */
        long safe() {
            synchronized (Window.this) {
                return safe;
            }
        }

        /** Whether every line that was taken is safe. */
        boolean isSettled() {
            synchronized (Window.this) {
                return marks.isEmpty();
            }
        }

        private void advance() {
            for (Mark first = marks.peek(); first != null && first.done; first = marks.peek()) {
                marks.remove();
                safe = first.end;
                coverable++;
            }
            Window.this.notifyAll();
        }
    }

    /** One line that was taken. */
    final class Mark {
        private final Track track;
        private final long end;
        private boolean done;

        private Mark(Track track, long end) {
            this.track = track;
            this.end = end;
        }

        void safe() {
            synchronized (Window.this) {
                done = true;
                track.advance();
            }
        }
    }
}

package dev.fleethealth.streams.query.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Somebody who follows what happens: gets events in their order, and is let go when they wait too long for being read. */
final class Follower {
    /** Events that may wait. */
    static final int MOST_WAITING = 64;

    private final Response response;
    private final Callback end;
    private final Consumer<Follower> gone;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean writing;
    private boolean over;

    /** @param gone told once, when nothing can be sent any more */
    Follower(Response response, Callback end, Consumer<Follower> gone) {
        this.response = response;
        this.end = end;
        this.gone = gone;
    }

    void send(String text) {
        boolean slow;
        synchronized (this) {
            if (over) {
                return;
            }
            waiting.add(text.getBytes(StandardCharsets.UTF_8));
            slow = waiting.size() > MOST_WAITING;
            if (writing && !slow) {
                return;
            }
            writing = true;
        }
        if (slow) {
            leave(new IOException("reads too slowly"));
        } else {
            writeNext();
        }
    }

    /** Ends it in order. */
    void close() {
        if (stop()) {
            end.succeeded();
        }
    }

    private void writeNext() {
        byte[] next;
        synchronized (this) {
            next = over ? null : waiting.poll();
            writing = next != null;
        }
        if (next != null) {
            response.write(false, ByteBuffer.wrap(next), Callback.from(this::writeNext, this::leave));
        }
    }

    private void leave(Throwable why) {
        if (stop()) {
            end.failed(why);
        }
    }

    private boolean stop() {
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            waiting.clear();
        }
        gone.accept(this);
        return true;
    }
}

package dev.fleethealth.demo.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** One thread for all connections and all timers of the fleet, so that devices need no locks. */
public final class EventLoop implements AutoCloseable {
    private final Selector selector;
    private final Queue<Runnable> handedOver = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::due));
    private final Thread thread = new Thread(this::run, "fleet");
    private volatile boolean closed;

    public EventLoop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a selector", e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    private record Timer(long due, Runnable action) {}

    /** Runs the action on the loop's thread. */
    public void execute(Runnable action) {
        handedOver.add(action);
        selector.wakeup();
    }

    /** Runs the action on the loop's thread after a while. */
    public void schedule(Duration delay, Runnable action) {
        Timer timer = new Timer(System.nanoTime() + delay.toNanos(), action);
        execute(() -> timers.add(timer));
    }

    /** Calls the handler on the loop's thread whenever the channel is ready. */
    void register(SocketChannel channel, int interest, Runnable handler) throws IOException {
        channel.register(selector, interest, handler);
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the selector", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(EventLoop::handle, millisToNextTimer());
                for (Runnable action = handedOver.poll(); action != null; action = handedOver.poll()) {
                    action.run();
                }
                runDueTimers();
            }
            closeChannels();
        } catch (IOException e) {
            throw new UncheckedIOException("the selector failed", e);
        }
    }

    private static void handle(SelectionKey key) {
        ((Runnable) key.attachment()).run();
    }

    /** At least 1: for a selector, 0 is forever. */
    private long millisToNextTimer() {
        if (timers.isEmpty()) {
            return TimeUnit.SECONDS.toMillis(1);
        }
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(timers.peek().due() - System.nanoTime()));
    }

    private void runDueTimers() {
        while (!timers.isEmpty() && timers.peek().due() - System.nanoTime() <= 0) {
            timers.remove().action().run();
        }
    }

    private void closeChannels() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
    }
}

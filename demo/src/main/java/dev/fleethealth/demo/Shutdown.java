package dev.fleethealth.demo;

import dev.fleethealth.demo.Console.Style;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops everything when the program ends, however it ends: at its end, by Ctrl-C, or by SIGTERM. */
final class Shutdown {
    /** Ctrl-C reaches the children at the same time: one of them may be seen dead before we know why. */
    private static final long SIGNAL_MILLIS = 500;

    private final Console console;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Shutdown(Console console) {
        this.console = console;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop"));
    }

    /** From now on the part is stopped, too; the last one first. */
    synchronized void whenStopping(AutoCloseable part) {
        parts.push(part);
    }

    /** Does not return when the program is being stopped: what fails then fails because of that. */
    void awaitIfStopping() throws InterruptedException {
        if (stopping.await(SIGNAL_MILLIS, TimeUnit.MILLISECONDS)) {
            new CountDownLatch(1).await();
        }
    }

    private synchronized void stopAll() {
        stopping.countDown();
        console.say(Style.PLAIN, "Stopping");
        while (!parts.isEmpty()) {
            stop(parts.pop());
        }
        console.say(Style.PLAIN, "Everything is stopped");
    }

    private void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            console.say(Style.BAD, "Could not stop everything: " + e);
        }
    }
}

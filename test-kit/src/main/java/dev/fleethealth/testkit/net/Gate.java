package dev.fleethealth.testkit.net;

import java.time.Duration;

/** What bytes must pass on their way: closed while the network stalls, slow while it delays. */
final class Gate {
    private boolean open = true;
    private Duration delay = Duration.ZERO;

    synchronized void open() {
        open = true;
        notifyAll();
    }

    synchronized void close() {
        open = false;
    }

    synchronized void delay(Duration time) {
        delay = time;
    }

    void pass() throws InterruptedException {
        Thread.sleep(awaitOpen().toMillis());
    }

    private synchronized Duration awaitOpen() throws InterruptedException {
        while (!open) {
            wait();
        }
        return delay;
    }
}

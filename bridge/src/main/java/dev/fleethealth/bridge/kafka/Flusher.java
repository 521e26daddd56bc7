package dev.fleethealth.bridge.kafka;

import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;

/** Makes a producer send at once what waits for company; in a thread of its own, because the producer waits for the answer. */
final class Flusher implements AutoCloseable {
    private final Producer<?, ?> producer;
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "kafka-flush");

    private Flusher(Producer<?, ?> producer) {
        this.producer = producer;
    }

    static Flusher start(Producer<?, ?> producer) {
        Flusher flusher = new Flusher(producer);
        flusher.thread.setDaemon(true);
        flusher.thread.start();
        return flusher;
    }

    /** Returns at once. */
    void flush() {
        if (asked.availablePermits() == 0) {
            asked.release();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                asked.acquire();
                asked.drainPermits();
                producer.flush();
            }
        } catch (InterruptedException | InterruptException e) {
            // It was closed.
        }
    }
}

package dev.fleethealth.demo.mqtt;

/** Told what becomes of a link, on the event loop's thread. */
public interface LinkListener {

    /** The broker let the client in. */
    void up();

    /** The link ended, or never came about, and not because the client wanted it. */
    void down();
}

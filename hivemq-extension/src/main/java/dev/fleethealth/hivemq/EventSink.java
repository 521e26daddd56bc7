package dev.fleethealth.hivemq;

/** Where events go. Neither blocks nor throws. */
@FunctionalInterface
interface EventSink {

    /** @param name last part of the topic, e.g. {@code client_connected} */
    void accept(String name, byte[] payload);
}

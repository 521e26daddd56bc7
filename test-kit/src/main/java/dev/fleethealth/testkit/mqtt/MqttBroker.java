package dev.fleethealth.testkit.mqtt;

import java.io.IOException;

/** A running MQTT broker that lets everybody in, on a port of the loopback. */
public interface MqttBroker extends AutoCloseable {

    /** Where it speaks MQTT, before and after a restart. */
    int port();

    /** SIGTERM; it is gone afterwards. */
    void stop() throws InterruptedException;

    /** Starts it again and waits until it listens; sessions are kept as far as the broker keeps them. */
    void startAgain() throws IOException;

    @Override
    void close();
}

package dev.fleethealth.benchmarks.bridge;

import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;

/**
 * Messages that wait for a session: what takes them is as fast as it can be, and does not wait for whoever publishes.
 */
public interface Backlog {
    String FILTER = "events/#";
    long SESSION_SECONDS = 3_600;

    /** Of the broker, on this machine. */
    int port();

    /** How many, with QoS 1. */
    int messages();

    /** Makes the session anew and fills it. */
    void fill(String clientId) throws InterruptedException;

    /** A client of the broker, not connected yet. */
    default Mqtt5AsyncClient client(String clientId) {
        return Mqtt5Client.builder()
                .identifier(clientId)
                .serverHost("127.0.0.1")
                .serverPort(port())
                .buildAsync();
    }
}

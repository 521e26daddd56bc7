package dev.fleethealth.bridge.integration;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.nio.charset.StandardCharsets;

/** Publishes broker events, in place of a broker's rule engine. */
public final class Devices implements AutoCloseable {
    public static final String TOPIC = "broker/events";

    private final Mqtt5BlockingClient client;

    private Devices(Mqtt5BlockingClient client) {
        this.client = client;
    }

    public static Devices at(int port) {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .identifier("rule-engine")
                .buildBlocking();
        client.connect();
        return new Devices(client);
    }

    /** One CONNECTED event of each of so many devices. */
    public void connect(int first, int count) {
        for (int number = first; number < first + count; number++) {
            publish(connected(number).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What EMQX says when a device has connected, in one line. */
    public static String connected(int number) {
        return """
                {"event": "client.connected", "clientid": "device-%d", "peername": "10.0.0.1:5000", "proto_ver": 5, \
                "keepalive": 60, "clean_start": true, "connected_at": 1795154500000, "timestamp": 1795154500003, \
                "node": "emqx@127.0.0.1"}""".formatted(number);
    }

    void publish(byte[] payload) {
        client.publishWith()
                .topic(TOPIC)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send();
    }

    @Override
    public void close() {
        client.disconnect();
    }
}

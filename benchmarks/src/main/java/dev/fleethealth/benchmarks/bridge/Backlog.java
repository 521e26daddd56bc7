package dev.fleethealth.benchmarks.bridge;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * Messages that a broker keeps for a session: what takes them is as fast as it can be, and does not wait for whoever
 * publishes.
 *
 * @param port of the broker on this machine
 * @param messages how many, with QoS 1
 */
public record Backlog(int port, int messages) {
    static final String FILTER = "events/#";
    static final long SESSION_SECONDS = 3_600;

    private static final String TOPIC = "events/client_connected";
    private static final int PUBLISHED_AT_ONCE = 500;

    /** As EMQX reports a connection, with a client id of its own for each. */
    private static final String EVENT = """
            {"event":"client.connected","clientid":"projects/plant/devices/device-%d","username":"device","peername":\
            "10.1.2.3:%d","sockname":"10.0.0.1:8883","proto_name":"MQTT","proto_ver":5,"keepalive":60,"clean_start":true,\
            "expiry_interval":7200,"receive_maximum":32,"is_bridge":false,"mountpoint":"undefined","node":"emqx@10.0.0.1",\
            "connected_at":1763600000000,"timestamp":1763600000001}""";

    /** Makes the session anew and fills it. */
    void fill(String clientId) throws InterruptedException {
        Mqtt5BlockingClient subscriber = client(clientId).toBlocking();
        subscriber
                .connectWith()
                .cleanStart(true)
                .sessionExpiryInterval(SESSION_SECONDS)
                .send();
        subscriber
                .subscribeWith()
                .topicFilter(FILTER)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
        subscriber.disconnect();
        publish();
    }

    Mqtt5AsyncClient client(String clientId) {
        return Mqtt5Client.builder()
                .identifier(clientId)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildAsync();
    }

    private void publish() throws InterruptedException {
        Mqtt5AsyncClient publisher = client("publisher");
        publisher.connect().join();
        Semaphore room = new Semaphore(PUBLISHED_AT_ONCE);
        for (int number = 0; number < messages; number++) {
            room.acquire();
            publisher
                    .publishWith()
                    .topic(TOPIC)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(EVENT.formatted(number, 1_024 + number % 60_000).getBytes(StandardCharsets.UTF_8))
                    .send()
                    .whenComplete((done, failure) -> room.release());
        }
        room.acquire(PUBLISHED_AT_ONCE);
        publisher.disconnect().join();
    }
}

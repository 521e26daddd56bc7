package dev.fleethealth.benchmarks.bridge;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.util.concurrent.Semaphore;

/** Messages that a real broker keeps, each of a device of its own. */
public record KeptMessages(int port, int messages) implements Backlog {
    private static final int PUBLISHED_AT_ONCE = 500;

    @Override
    public void fill(String clientId) throws InterruptedException {
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

    private void publish() throws InterruptedException {
        Mqtt5AsyncClient publisher = client("publisher");
        publisher.connect().join();
        Semaphore room = new Semaphore(PUBLISHED_AT_ONCE);
        for (int number = 0; number < messages; number++) {
            room.acquire();
            publisher
                    .publishWith()
                    .topic(ConnectMessage.TOPIC)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(ConnectMessage.payload(number))
                    .send()
                    .whenComplete((done, failure) -> room.release());
        }
        room.acquire(PUBLISHED_AT_ONCE);
        publisher.disconnect().join();
    }
}

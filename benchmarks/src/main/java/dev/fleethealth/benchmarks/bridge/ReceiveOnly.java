package dev.fleethealth.benchmarks.bridge;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectRestrictions;
import dev.fleethealth.benchmarks.measure.Drain;
import dev.fleethealth.benchmarks.measure.Lane;
import dev.fleethealth.benchmarks.measure.Measurement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** L3: the MQTT client alone. It acknowledges each message at once, by hand, and does nothing with it. */
public record ReceiveOnly(Backlog backlog) implements Lane {
    private static final String CLIENT_ID = "receive-only";

    @Override
    public String name() {
        return "L3: MQTT client, acknowledge at once";
    }

    @Override
    public Measurement run() throws Exception {
        backlog.fill(CLIENT_ID);
        AtomicLong received = new AtomicLong();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Mqtt5AsyncClient client = backlog.client(CLIENT_ID);
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                publish -> {
                    publish.acknowledge();
                    received.incrementAndGet();
                },
                thread,
                true);
        try {
            client.connectWith()
                    .cleanStart(false)
                    .sessionExpiryInterval(Backlog.SESSION_SECONDS)
                    .restrictions(Mqtt5ConnectRestrictions.builder()
                            .receiveMaximum(BridgeConfiguration.RECEIVE_MAXIMUM)
                            .build())
                    .send()
                    .join();
            return Drain.watch(received::get, backlog.messages());
        } finally {
            client.disconnect().join();
            thread.shutdownNow();
        }
    }
}

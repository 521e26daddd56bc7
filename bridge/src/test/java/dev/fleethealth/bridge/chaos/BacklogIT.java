package dev.fleethealth.bridge.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Row 2: a restart loses nothing of what the broker kept meanwhile. */
@Tag("chaos")
@Timeout(600)
@ExtendWith(ChaosStack.Resolver.class)
class BacklogIT {
    private static final int QUEUED = ChaosSize.pick(5_000, 50_000);
    private static final int QUEUED_FOR_THE_NAIVE = 1_000;
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(60);

    @Test
    void shouldLoseNothingThatWasQueuedWhileItWasDown(ChaosStack stack, @TempDir Path folder) throws Exception {
        // Given
        BridgeSetup setup =
                BridgeSetup.of("backlog", stack.kafka(), stack.hivemq().port());
        try (BridgeProcess bridge = BridgeProcess.start(folder, setup).awaitReady();
                Arrivals arrivals = Arrivals.of(setup)) {
            bridge.process().terminate();
            bridge.process().awaitExit(BridgeProcess.PATIENCE);
            EventLoad.publish(setup.mqttPort(), setup.filter(), QUEUED);

            // When
            bridge.startAgain();
            bridge.awaitReady();
            long ready = System.nanoTime();
            arrivals.awaitAll(QUEUED);
            Duration drained = Duration.ofNanos(System.nanoTime() - ready);

            // Then
            bridge.awaitIdle();
            new Figure(
                            "02",
                            "A restart loses nothing that was queued meanwhile",
                            "%,d queued".formatted(QUEUED),
                            "lost 0; drained < 60 s after it is ready",
                            "lost %d, duplicates %d, drained in %.1f s"
                                    .formatted(
                                            arrivals.lost(QUEUED), arrivals.duplicates(), drained.toMillis() / 1_000.0))
                    .write();
            assertThat(drained).isLessThan(LONGEST_DRAIN);
        }
    }

    /** The control: a client that subscribes after it has connected, as examples do, loses what comes in between. */
    @Test
    void shouldSeeTheLossOfAClientThatListensTooLate(ChaosStack stack) throws Exception {
        // Given
        String topic = BridgeSetup.topic("naive");
        AtomicInteger received = new AtomicInteger();
        Mqtt5AsyncClient before = connect(stack.hivemq().port());
        subscribe(before, topic, received);
        before.disconnect().join();
        EventLoad.publish(stack.hivemq().port(), topic, QUEUED_FOR_THE_NAIVE);

        // When
        Mqtt5AsyncClient client = connect(stack.hivemq().port());
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        subscribe(client, topic, received);
        EventLoad.publish(stack.hivemq().port(), topic, 1);

        // Then
        await().atMost(BridgeProcess.PATIENCE).until(() -> received.get() > 0);
        assertThat(received.get()).isLessThan(QUEUED_FOR_THE_NAIVE);
        client.disconnect().join();
    }

    private static Mqtt5AsyncClient connect(int port) {
        Mqtt5AsyncClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .identifier("naive")
                .buildAsync();
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3_600)
                .send()
                .join();
        return client;
    }

    private static void subscribe(Mqtt5AsyncClient client, String topic, AtomicInteger received) {
        client.subscribeWith()
                .topicFilter(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(message -> received.incrementAndGet())
                .send()
                .join();
    }
}

package dev.fleethealth.bridge.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Row 20: bridges that share a subscription come and go under load. */
@Tag("chaos")
@Timeout(600)
@ExtendWith(ChaosStack.Resolver.class)
class ReplicaIT {
    private static final int PER_SECOND = 1_000;
    private static final int ROUNDS = ChaosSize.pick(1, 5);
    private static final String HANDLED = "fleet_bridge_messages_total";

    @TempDir
    private Path folder;

    @Test
    void shouldLoseNothingWhenReplicasComeAndGo(ChaosStack stack) throws Exception {
        BridgeSetup setup =
                BridgeSetup.of("scale", stack.kafka(), stack.hivemq().port());
        try (BridgeProcess first = BridgeProcess.start(folder, setup.replica(1)).awaitReady();
                EventLoad load = EventLoad.start(setup.mqttPort(), setup.filter(), PER_SECOND);
                Arrivals arrivals = Arrivals.of(setup)) {

            // When
            for (int round = 0; round < ROUNDS; round++) {
                try (BridgeProcess second = BridgeProcess.start(folder, setup.replica(2));
                        BridgeProcess third =
                                BridgeProcess.start(folder, setup.replica(3).with("mqtt-version: 3.1.1"))) {
                    List.of(second, third).forEach(BridgeProcess::awaitReady);
                    awaitWork(List.of(first, second, third));
                    stop(second);
                    stop(third);
                }
                awaitWork(List.of(first));
            }
            int sent = load.stop();

            // Then
            arrivals.awaitAll(sent);
            first.awaitIdle();
            int duplicates = arrivals.duplicates();
            new Figure(
                            "20-bridge",
                            "Replicas come and go",
                            "%d × 1 → 3 → 1 at %,d messages/s".formatted(ROUNDS, load.rate()),
                            "lost 0; every replica worked",
                            "%,d sent, lost %d, duplicates %d".formatted(sent, arrivals.lost(sent), duplicates))
                    .write();
            assertThat(duplicates).isZero();
        }
    }

    private static void awaitWork(List<BridgeProcess> bridges) throws IOException, InterruptedException {
        for (BridgeProcess bridge : bridges) {
            long before = bridge.count(HANDLED);
            await().atMost(BridgeProcess.PATIENCE).until(() -> bridge.count(HANDLED) > before);
        }
    }

    private static void stop(BridgeProcess bridge) throws InterruptedException {
        bridge.process().terminate();
        assertThat(bridge.process().awaitExit(Duration.ofSeconds(15))).isZero();
    }
}

package dev.fleethealth.bridge.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import dev.fleethealth.testkit.net.TcpProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Row 3: a Kafka that does not answer costs neither messages nor memory, not even with a bad link to the broker. */
@Tag("chaos")
@Timeout(1_200)
@ExtendWith(ChaosStack.Resolver.class)
class KafkaStallIT {
    private static final int PER_SECOND = 1_000;
    private static final Duration STALL = Duration.ofSeconds(ChaosSize.pick(8, 300));
    private static final int CUTS = ChaosSize.pick(2, 10);
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(60);
    private static final long LARGEST_HEAP_MIB = 128;
    private static final int MIB = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void shouldHoldTheBrokerBackUntilKafkaAnswersAgain(ChaosStack stack) throws Exception {
        try (TcpProxy link = TcpProxy.to(stack.hivemq().port())) {
            BridgeSetup setup = BridgeSetup.of("stall", stack.kafka(), link.port());
            try (BridgeProcess bridge = BridgeProcess.start(folder, setup).awaitReady();
                    EventLoad load = EventLoad.start(stack.hivemq().port(), setup.filter(), PER_SECOND);
                    Arrivals arrivals = Arrivals.of(setup)) {
                await().atMost(BridgeProcess.PATIENCE).until(() -> arrivals.distinct() > PER_SECOND);

                // When
                stack.kafka().pause();
                long heap;
                try {
                    cutLinks(bridge, link);
                    heap = bridge.liveHeapBytes() / MIB;
                } finally {
                    stack.kafka().resume();
                }
                long resumed = System.nanoTime();
                bridge.awaitReady();
                Duration recovery = Duration.ofNanos(System.nanoTime() - resumed);

                // Then
                int sent = load.stop();
                arrivals.awaitAll(sent);
                bridge.awaitIdle();
                new Figure(
                                "03",
                                "Kafka may stand still",
                                "SIGSTOP for %d s at %,d messages/s with %d link cuts, -Xmx256m"
                                        .formatted(STALL.toSeconds(), load.rate(), CUTS),
                                "lost 0; heap < %d MiB; connections ≤ cuts + 3; not ready meanwhile; ready again < %d s"
                                        .formatted(LARGEST_HEAP_MIB, LONGEST_RECOVERY.toSeconds()),
                                "%,d sent, lost %d, duplicates %,d, heap %d MiB, %d connections, ready after %.1f s"
                                        .formatted(
                                                sent,
                                                arrivals.lost(sent),
                                                arrivals.duplicates(),
                                                heap,
                                                link.accepted(),
                                                recovery.toMillis() / 1_000.0))
                        .write();
                assertThat(heap).isLessThan(LARGEST_HEAP_MIB);
                assertThat(link.accepted()).isLessThanOrEqualTo(CUTS + 3);
                assertThat(recovery).isLessThan(LONGEST_RECOVERY);
            }
        }
    }

    /** Evenly over the stall, each as soon as the bridge has come back after the one before. */
    private static void cutLinks(BridgeProcess bridge, TcpProxy link) throws Exception {
        long start = System.nanoTime();
        await().atMost(BridgeProcess.PATIENCE).until(() -> isUnready(bridge));
        for (int cut = 1; cut <= CUTS; cut++) {
            Duration due = STALL.multipliedBy(cut).dividedBy(CUTS + 1);
            awaitConnectedAndUnready(bridge, start, due);
            int connections = link.accepted();
            link.reset();
            await().atMost(BridgeProcess.PATIENCE).until(() -> link.accepted() > connections);
        }
        awaitConnectedAndUnready(bridge, start, STALL);
    }

    private static void awaitConnectedAndUnready(BridgeProcess bridge, long start, Duration due) {
        await().atMost(STALL.plus(BridgeProcess.PATIENCE)).until(() -> {
            assertThat(isUnready(bridge))
                    .as("not ready while Kafka stands still")
                    .isTrue();
            return System.nanoTime() - start >= due.toNanos() && bridge.count("fleet_bridge_mqtt_connected ") == 1;
        });
    }

    private static boolean isUnready(BridgeProcess bridge) throws InterruptedException {
        return bridge.management().status("/readyz").equals(Optional.of(503));
    }
}

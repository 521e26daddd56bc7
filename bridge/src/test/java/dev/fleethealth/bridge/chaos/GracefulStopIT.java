package dev.fleethealth.bridge.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Row 24: told to stop under load, the bridge finishes what it began, says goodbye and keeps its session. */
@Tag("chaos")
@Timeout(300)
@ExtendWith(ChaosStack.Resolver.class)
class GracefulStopIT {
    private static final int PER_SECOND = 2_000;
    private static final int STOPS = ChaosSize.pick(2, 5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    @Test
    void shouldStopInOrderUnderLoad(ChaosStack stack, @TempDir Path folder) throws Exception {
        BridgeSetup setup = BridgeSetup.of("stop", stack.kafka(), stack.hivemq().port());
        try (BridgeProcess bridge = BridgeProcess.start(folder, setup).awaitReady();
                EventLoad load = EventLoad.start(setup.mqttPort(), setup.filter(), PER_SECOND);
                Arrivals arrivals = Arrivals.of(setup)) {
            Duration slowest = Duration.ZERO;
            for (int stop = 1; stop <= STOPS; stop++) {
                int before = arrivals.distinct();
                await().atMost(BridgeProcess.PATIENCE).until(() -> arrivals.distinct() > before + PER_SECOND);

                // When
                long told = System.nanoTime();
                bridge.process().terminate();
                assertThat(bridge.process().awaitExit(LONGEST_STOP)).isZero();
                Duration took = Duration.ofNanos(System.nanoTime() - told);

                // Then
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                assertThat(bridge.process().output()).isEmpty();
                assertThat(bridge.process().errors()).contains("Bridge stopped");
                awaitGoodbyes(stack, setup, stop);
                bridge.startAgain();
                bridge.awaitReady();
            }
            int sent = load.stop();
            arrivals.awaitAll(sent);
            bridge.awaitIdle();
            new Figure(
                            "24",
                            "SIGTERM ends in order",
                            "%d × SIGTERM at %,d messages/s".formatted(STOPS, load.rate()),
                            "exit code 0 in < 15 s; DISCONNECT sent; session kept: lost 0; duplicates 0",
                            "%,d sent, slowest exit %.1f s, %d × DISCONNECT, lost %d, duplicates %d"
                                    .formatted(
                                            sent,
                                            slowest.toMillis() / 1_000.0,
                                            STOPS,
                                            arrivals.lost(sent),
                                            arrivals.duplicates()))
                    .write();
            assertThat(arrivals.duplicates()).isZero();
        }
    }

    private static void awaitGoodbyes(ChaosStack stack, BridgeSetup setup, int count) {
        String client = "Client ID: bridge-" + setup.name() + ",";
        await().atMost(BridgeProcess.PATIENCE)
                .until(() -> stack.hivemq().eventLog().stream()
                                .filter(line -> line.contains(client) && line.contains("disconnected gracefully"))
                                .count()
                        == count);
    }
}

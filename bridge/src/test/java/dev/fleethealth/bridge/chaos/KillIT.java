package dev.fleethealth.bridge.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import dev.fleethealth.testkit.mqtt.MosquittoProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Row 1: the bridge loses nothing that the broker has acknowledged, however it ends. */
@Tag("chaos")
@Timeout(900)
@ExtendWith(ChaosStack.Resolver.class)
class KillIT {
    private static final int PER_SECOND = 2_000;
    private static final int KILLS = ChaosSize.pick(3, 20);

    /** HiveMQ CE has no more messages on their way to a client, whatever the client allows. */
    private static final int HIVEMQ_WINDOW = 50;

    /** Mosquitto 2.0 ignores small windows and then has its connection ended by the client, which sees a broken rule. */
    private static final int MOSQUITTO_WINDOW = 65_535;

    /**
     * Mosquitto before 2.0.13 has all of a long queue on its way at one time; from 65,536 on it gives packet ids to two messages
     * each. So under Mosquitto the bridge comes up with its work before it is killed again.
     */
    private static final int MOSQUITTO_BACKLOG = 2 * PER_SECOND;

    private static final int ANY_BACKLOG = Integer.MAX_VALUE;

    /** The bridge's own limit of messages in flight. */
    private static final int MAX_IN_FLIGHT = 2_000;

    @TempDir
    private Path folder;

    @Test
    void shouldLoseNothingWhenKilledAgainAndAgainUnderHivemq(ChaosStack stack) throws Exception {
        killUnderLoad(
                BridgeSetup.of("kill-hivemq", stack.kafka(), stack.hivemq().port()), HIVEMQ_WINDOW, ANY_BACKLOG);
    }

    @Test
    void shouldLoseNothingWhenKilledAgainAndAgainUnderMosquitto(ChaosStack stack) throws Exception {
        assumeTrue(MosquittoProcess.isInstalled(), MosquittoProcess.NOT_INSTALLED);
        try (MosquittoProcess mosquitto = MosquittoProcess.start(folder.resolve("mosquitto"))) {
            killUnderLoad(
                    BridgeSetup.of("kill-mosquitto", stack.kafka(), mosquitto.port())
                            .with("receive-maximum: " + MOSQUITTO_WINDOW),
                    MAX_IN_FLIGHT,
                    MOSQUITTO_BACKLOG);
        }
    }

    /** @param backlog how many messages may wait for the bridge at the most when it is killed */
    private void killUnderLoad(BridgeSetup setup, int window, int backlog) throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(folder, setup).awaitReady();
                EventLoad load = EventLoad.start(setup.mqttPort(), setup.filter(), PER_SECOND);
                Arrivals arrivals = Arrivals.of(setup)) {
            // When
            for (int kill = 0; kill < KILLS; kill++) {
                int before = arrivals.distinct();
                await().atMost(BridgeProcess.PATIENCE).until(() -> {
                    int arrived = arrivals.distinct();
                    return arrived > before + PER_SECOND && load.sent() - arrived < backlog;
                });
                bridge.process().kill();
                bridge.startAgain();
                bridge.awaitReady();
            }
            int sent = load.stop();

            // Then
            arrivals.awaitAll(sent);
            bridge.awaitIdle();
            int duplicates = arrivals.duplicates();
            new Figure(
                            "01-" + setup.name(),
                            "The bridge loses nothing that the broker acknowledged",
                            "%d × kill -9 at %,d messages/s".formatted(KILLS, load.rate()),
                            "lost 0; duplicates ≤ %,d, none after removing them by event id".formatted(window * KILLS),
                            "%,d sent, lost %d, duplicates %,d".formatted(sent, arrivals.lost(sent), duplicates))
                    .write();
            assertThat(duplicates).isLessThanOrEqualTo(window * KILLS);
        }
    }
}

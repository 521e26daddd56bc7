package dev.fleethealth.bridge.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fleethealth.bridge.integration.Devices;
import dev.fleethealth.bridge.integration.RunningBridge;
import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import dev.fleethealth.testkit.mqtt.MosquittoProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Row 4: after each restart of the broker the bridge is subscribed again, and knows when its session is lost. */
@Tag("chaos")
@Timeout(300)
@ExtendWith(ChaosStack.Resolver.class)
class BrokerRestartIT {
    private static final int RESTARTS = ChaosSize.pick(3, 10);
    private static final int EACH_TIME = 10;
    private static final Duration STEADY = Duration.ofSeconds(61);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final String LOST = "fleet_bridge_mqtt_sessions_lost_total";
    private static final String ENDS = "fleet_bridge_mqtt_disconnects_total";

    @Test
    void shouldBeSubscribedAgainAndCountLostSessions(ChaosStack stack, @TempDir Path folder) throws Exception {
        // Given
        assumeTrue(MosquittoProcess.isInstalled(), MosquittoProcess.NOT_INSTALLED);
        SkippingClock clock = new SkippingClock();
        try (MosquittoProcess mosquitto = MosquittoProcess.start(folder.resolve("mosquitto"))) {
            BridgeSetup setup =
                    BridgeSetup.of("restart", stack.kafka(), mosquitto.port()).subscribedTo(Devices.TOPIC);
            Path config = Files.writeString(folder.resolve("bridge.yaml"), setup.yaml(0));
            try (RunningBridge bridge = new RunningBridge(config, clock).awaitReady();
                    Arrivals arrivals = Arrivals.of(setup)) {
                Duration slowest = Duration.ZERO;
                int forgotten = 0;
                for (int restart = 0; restart < RESTARTS; restart++) {
                    // When
                    clock.skip(STEADY); // the connection has lived, so the next try comes soon
                    mosquitto.stop();
                    if (restart % 2 == 0) {
                        mosquitto.forget();
                        forgotten++;
                    }
                    mosquitto.startAgain();
                    Duration back = awaitSubscribed(bridge, restart);

                    // Then
                    slowest = back.compareTo(slowest) > 0 ? back : slowest;
                    try (Devices devices = Devices.at(mosquitto.port())) {
                        devices.connect(restart * EACH_TIME, EACH_TIME);
                    }
                    arrivals.awaitAll((restart + 1) * EACH_TIME);
                }
                double lost = bridge.metric(LOST);
                new Figure(
                                "04",
                                "A broker that restarts is subscribed to again",
                                "%d restarts of Mosquitto, %d of them without its sessions"
                                        .formatted(RESTARTS, forgotten),
                                "subscribed < 5 s after it is up; sessions lost = %d".formatted(forgotten),
                                "slowest %.1f s, sessions lost %.0f".formatted(slowest.toMillis() / 1_000.0, lost))
                        .write();
                assertThat(lost).isEqualTo(forgotten);
                assertThat(slowest).isLessThan(LONGEST);
            }
        }
    }

    private static Duration awaitSubscribed(RunningBridge bridge, int restart) {
        long up = System.nanoTime();
        await().atMost(BridgeProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> bridge.metric(ENDS) > restart && bridge.metric("fleet_bridge_mqtt_connected ") == 1);
        return Duration.ofNanos(System.nanoTime() - up);
    }

    /** The clock on the wall, put forward. */
    private static final class SkippingClock implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        void skip(Duration time) {
            ahead = ahead.plus(time);
        }

        @Override
        public Instant instant() {
            return InstantSource.system().instant().plus(ahead);
        }
    }
}

package dev.fleethealth.bridge.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.bridge.integration.RunningBridge;
import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import dev.fleethealth.testkit.mqtt.HivemqProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Row 6: tokens are renewed in time, and clocks may differ as far as the broker allows. */
@Tag("chaos")
@Timeout(600)
@ExtendWith(ChaosStack.Resolver.class)
class TokenIT {
    private static final int PER_SECOND = 100;
    private static final Duration LIFETIME = Duration.ofSeconds(ChaosSize.pick(10, 20));
    private static final Duration TIME = Duration.ofSeconds(ChaosSize.pick(15, 300));
    private static final int SKEW_ALLOWED_SECONDS = 600;

    @TempDir
    private Path folder;

    @Test
    void shouldRenewTokensInTimeAndLoseNothing(ChaosStack stack) throws Exception {
        // Given
        TokenKeys keys = TokenKeys.create(folder);
        try (HivemqProcess broker = guarded(keys, List.of())) {
            BridgeSetup es256 = BridgeSetup.of("es256", stack.kafka(), broker.port())
                    .with(keys.credentials("ES256", "lifetime: " + LIFETIME.toSeconds() + "s"));
            BridgeSetup rs256 = BridgeSetup.of("rs256", stack.kafka(), broker.port())
                    .subscribedTo(es256.filter())
                    .with(keys.credentials("RS256", "lifetime: " + LIFETIME.toSeconds() + "s"))
                    .with("mqtt-version: 3.1.1");
            try (RunningBridge first = bridge(es256, Duration.ZERO).awaitReady();
                    RunningBridge second = bridge(rs256, Duration.ZERO).awaitReady();
                    EventLoad load = EventLoad.start(broker.port(), es256.filter(), PER_SECOND);
                    Arrivals arrivals = Arrivals.of(es256);
                    Arrivals older = Arrivals.of(rs256)) {

                // When
                long start = System.nanoTime();
                await().atMost(TIME.plus(BridgeProcess.PATIENCE))
                        .until(() -> System.nanoTime() - start > TIME.toNanos());
                int sent = load.stop();

                // Then
                arrivals.awaitAll(sent);
                older.awaitAll(sent);
                List<String> decisions = broker.output();
                long refused = count(decisions, "(refused|expired) bridge-[er]s256.*");
                long tokens =
                        Math.min(count(decisions, "accepted bridge-es256"), count(decisions, "accepted bridge-rs256"));
                new Figure(
                                "06-renewal",
                                "Tokens are renewed in time",
                                "tokens of %d s for %d s, ES256 with MQTT 5 and RS256 with 3.1.1"
                                        .formatted(LIFETIME.toSeconds(), TIME.toSeconds()),
                                "0 refused or expired; lost 0; no session lost",
                                "%d tokens each, %d refused or expired, lost %d of %,d"
                                        .formatted(tokens, refused, arrivals.lost(sent) + older.lost(sent), sent))
                        .write();
                assertThat(refused).isZero();
                assertThat(tokens).isGreaterThanOrEqualTo(TIME.dividedBy(LIFETIME) + 1);
                for (RunningBridge bridge : List.of(first, second)) {
                    assertThat(bridge.metric("fleet_bridge_mqtt_disconnects_total"))
                            .isZero();
                    assertThat(bridge.metric("fleet_bridge_mqtt_sessions_lost_total"))
                            .isZero();
                }
            }
        }
    }

    @Test
    void shouldBearClocksThatDifferByNineMinutesAndSayWhyNotEleven(ChaosStack stack) throws Exception {
        TokenKeys keys = TokenKeys.create(folder);
        try (HivemqProcess broker = guarded(keys, List.of("-Dguard.skew=" + SKEW_ALLOWED_SECONDS))) {
            for (int minutes : new int[] {-11, -9, 9, 11}) {
                BridgeSetup setup = BridgeSetup.of("skew-" + (minutes + 11), stack.kafka(), broker.port())
                        .with(keys.credentials("ES256", "lifetime: 20s"));
                try (RunningBridge bridge = bridge(setup, Duration.ofMinutes(minutes))) {
                    bridge.awaitReadiness(
                            Math.abs(minutes) == 9
                                    ? "ok"
                                    : "the broker refused the connection of user es256 with its token: NOT_AUTHORIZED");
                }
            }
            new Figure(
                            "06-skew",
                            "Clocks may differ",
                            "the bridge's clock ±9 and ±11 minutes off, a broker that allows 10",
                            "±9 connects; ±11 says who was refused and why",
                            "as asked")
                    .write();
        }
    }

    private HivemqProcess guarded(TokenKeys keys, List<String> options) throws IOException {
        HivemqProcess broker = HivemqProcess.guarded(folder.resolve("broker"), "", options, keys.arguments());
        broker.awaitListening(broker.port());
        return broker;
    }

    private RunningBridge bridge(BridgeSetup setup, Duration ahead) throws IOException {
        Path config = Files.writeString(folder.resolve(setup.name() + ".yaml"), setup.yaml(0));
        return new RunningBridge(config, Clock.offset(Clock.systemUTC(), ahead));
    }

    private static long count(List<String> lines, String pattern) {
        return lines.stream().filter(line -> line.matches(pattern)).count();
    }
}

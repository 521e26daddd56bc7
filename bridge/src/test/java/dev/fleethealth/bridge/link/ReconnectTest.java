package dev.fleethealth.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.testkit.chaos.Figure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Row 5: bridges that lost their broker, or fight for a session, don't storm it. In virtual time. */
class ReconnectTest {
    private static final int BRIDGES = 100;
    private static final int MOST_TRIES = 30;

    private final VirtualTiming time = new VirtualTiming();
    private final RandomGenerator random = new Random(1);

    @Test
    void shouldNotStormABrokerThatIsDownForTenMinutes() throws IOException {
        // Given
        FakeBroker broker = new FakeBroker();
        broker.up = false;
        for (int bridge = 0; bridge < BRIDGES; bridge++) {
            source(broker).start();
        }

        // When
        time.pass(Duration.ofMinutes(2));
        int busiest = 0;
        for (int second = 120; second < 600; second++) {
            int before = broker.links.size();
            time.pass(Duration.ofSeconds(1));
            busiest = Math.max(busiest, broker.links.size() - before);
        }

        // Then
        int tries = broker.links.size() / BRIDGES;
        new Figure(
                        "05-broker-down",
                        "Reconnects never storm",
                        "%d bridges, broker down for 10 min (virtual time)".formatted(BRIDGES),
                        "≤ %d tries each; ≤ 10 %% of the bridges in any second after minute 2".formatted(MOST_TRIES),
                        "%d tries each, at most %d bridges in a second".formatted(tries, busiest))
                .write();
        assertThat(tries).isLessThanOrEqualTo(MOST_TRIES);
        assertThat(busiest).isLessThanOrEqualTo(BRIDGES / 10);
    }

    @Test
    void shouldNotFightForASessionWithAnotherBridge() throws IOException {
        // Given
        Rivals rivals = new Rivals();
        KeptLink first = source(rivals);
        KeptLink second = source(rivals);
        first.start();
        second.start();
        time.pass(Duration.ofMinutes(5));
        int before = rivals.listeners.size();

        // When
        time.pass(Duration.ofMinutes(10));

        // Then
        double each = (rivals.listeners.size() - before) / 2.0;
        new Figure(
                        "05-duplicate-client-id",
                        "Two bridges with one client id don't fight",
                        "2 bridges, minutes 5 to 15 (virtual time)",
                        "≤ 20 connects each, one in 30 s; the one that lost says why it is not ready",
                        "%.1f connects each".formatted(each))
                .write();
        assertThat(each).isBetween(1.0, 20.0);
        assertThat(List.of(first, second))
                .extracting(KeptLink::problem)
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of("not connected: " + Rivals.TAKEN_OVER));
    }

    private KeptLink source(BrokerLink.Factory broker) {
        return new KeptLink(
                "plant",
                Optional::empty,
                broker,
                message -> {},
                time,
                new Backoff(random),
                new BridgeMetrics(new SimpleMeterRegistry()));
    }

    /** A broker for one client id: whoever connects ends the connection of the one before. */
    private static final class Rivals implements BrokerLink.Factory {
        private static final String TAKEN_OVER = "the session was taken over: another program uses the same client id";

        private final List<BrokerLink.Listener> listeners = new ArrayList<>();

        @Override
        public BrokerLink create(Optional<Credentials> credentials, BrokerLink.Listener listener) {
            listeners.add(listener);
            FakeBroker broker = new FakeBroker();
            if (listeners.size() > 1) {
                listeners.get(listeners.size() - 2).ended(TAKEN_OVER);
            }
            return broker.create(credentials, listener);
        }
    }
}

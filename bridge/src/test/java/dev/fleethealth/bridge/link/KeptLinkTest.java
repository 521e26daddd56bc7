package dev.fleethealth.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.metrics.BridgeMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptLinkTest {
    private final VirtualTiming timing = new VirtualTiming();
    private final FakeBroker broker = new FakeBroker();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<IncomingMessage> taken = new ArrayList<>();
    private Optional<Duration> lifetime = Optional.empty();
    private @Nullable RuntimeException fault;
    private final KeptLink source = source(broker, timing, 1);

    @BeforeEach
    void start() {
        source.start();
    }

    @Test
    void shouldBeReadyOnceConnectedAndSubscribed() {
        assertThat(source.problem()).contains("not connected yet");
        timing.pass(Duration.ofSeconds(1));
        assertThat(source.problem()).isEmpty();
    }

    @Test
    void shouldTakeANewLinkForEachConnection() {
        // Given
        timing.pass(Duration.ofSeconds(1));

        // When
        broker.last().listener.ended("cut");
        timing.pass(Duration.ofSeconds(2));

        // Then
        assertThat(broker.links).hasSize(2).allSatisfy(link -> assertThat(link.opens)
                .isEqualTo(1));
        assertThat(source.problem()).isEmpty();
        assertThat(registry.get("fleet.bridge.mqtt.disconnects").counter().count())
                .isEqualTo(1);
    }

    @Test
    void shouldCountOneEndWhenALinkTellsOfItTwice() {
        // Given
        timing.pass(Duration.ofSeconds(1));

        // When
        broker.links.get(0).listener.ended("cut");
        broker.links.get(0).listener.ended("cut");
        timing.pass(Duration.ofMinutes(5));
        broker.links.get(0).listener.ended("cut");
        timing.pass(Duration.ofMinutes(5));

        // Then
        assertThat(broker.links).hasSize(2);
    }

    @Test
    void shouldLeaveLateMessagesOfAnOldLinkToTheBroker() {
        // Given
        timing.pass(Duration.ofSeconds(1));
        FakeBroker.FakeLink old = broker.last();
        old.listener.ended("cut");
        timing.pass(Duration.ofSeconds(2));

        // When
        old.listener.message(message());
        broker.last().listener.message(message());

        // Then
        assertThat(taken).hasSize(1);
    }

    @Test
    void shouldNotBeReadyWhileTheBrokerIsDown() {
        // Given
        broker.up = false;

        // When
        timing.pass(Duration.ofSeconds(1));

        // Then
        assertThat(source.problem()).contains("not connected: connection refused");
    }

    @Test
    void shouldNotBeReadyWhenTheBrokerGrantsLess() {
        // Given
        broker.concerns = List.of("the broker granted QoS 0");

        // When
        timing.pass(Duration.ofSeconds(1));

        // Then
        assertThat(source.problem()).contains("the broker granted QoS 0");
    }

    @Test
    void shouldCountALostSessionButNotTheFirstOne() {
        // Given
        broker.sessionPresent = false;
        timing.pass(Duration.ofSeconds(1));
        assertThat(registry.get("fleet.bridge.mqtt.sessions.lost").counter().count())
                .isZero();

        // When
        broker.last().listener.ended("cut");
        timing.pass(Duration.ofSeconds(2));

        // Then
        assertThat(registry.get("fleet.bridge.mqtt.sessions.lost").counter().count())
                .isEqualTo(1);
    }

    @Test
    void shouldSayGoodbyeAndStayAwayWhenStopped() {
        // Given
        timing.pass(Duration.ofSeconds(1));

        // When
        source.stop();
        timing.pass(Duration.ofSeconds(1));
        broker.last().listener.ended("closed");
        timing.pass(Duration.ofMinutes(5));

        // Then
        assertThat(broker.links).hasSize(1);
        assertThat(broker.last().closes).isEqualTo(1);
    }

    @Test
    void shouldNotFightForASessionThatIsTakenOverAgainAndAgain() {
        // Given
        timing.pass(Duration.ofMinutes(5));
        for (int second = 0; second < 300; second++) {
            broker.last().listener.ended("taken over");
            timing.pass(Duration.ofSeconds(1));
        }
        int before = broker.links.size();

        // When
        for (int second = 0; second < 600; second++) {
            broker.last().listener.ended("taken over");
            timing.pass(Duration.ofSeconds(1));
        }

        // Then
        assertThat(broker.links.size() - before).isLessThanOrEqualTo(30);
    }

    @Test
    void shouldConnectAnewWithNewCredentialsBeforeTheOldOnesRunOut() {
        // Given
        lifetime = Optional.of(Duration.ofMinutes(10));
        timing.pass(Duration.ofMinutes(9));
        assertThat(broker.links).hasSize(1);

        // When
        timing.pass(Duration.ofMinutes(51).plusSeconds(1));

        // Then
        assertThat(broker.links).hasSize(7);
        assertThat(broker.links.subList(0, 6))
                .allSatisfy(link -> assertThat(link.closes).isEqualTo(1));
        assertThat(broker.last().closes).isZero();
        assertThat(source.problem()).isEmpty();
        assertThat(registry.get("fleet.bridge.mqtt.disconnects").counter().count())
                .isZero();
    }

    @Test
    void shouldNotRenewTheCredentialsOfAConnectionThatHasEnded() {
        // Given
        lifetime = Optional.of(Duration.ofMinutes(10));
        timing.pass(Duration.ofMinutes(5));
        broker.last().listener.ended("cut");

        // When
        timing.pass(Duration.ofMinutes(9));

        // Then
        assertThat(broker.links).hasSize(2);
        timing.pass(Duration.ofMinutes(2));
        assertThat(broker.links).hasSize(3);
    }

    @Test
    void shouldNotConnectAnewWhenStopped() {
        // Given
        lifetime = Optional.of(Duration.ofMinutes(10));
        timing.pass(Duration.ofMinutes(5));

        // When
        source.stop();
        timing.pass(Duration.ofHours(1));

        // Then
        assertThat(broker.links).hasSize(1);
    }

    @Test
    void shouldTryAgainWhenCredentialsCannotBeMade() {
        // Given
        fault = new IllegalStateException("cannot sign");
        timing.pass(Duration.ofSeconds(1));
        assertThat(source.problem()).contains("not connected: cannot sign");

        // When
        fault = null;
        timing.pass(Duration.ofMinutes(1));

        // Then
        assertThat(source.problem()).isEmpty();
    }

    private Optional<Credentials> minted(Timing time) {
        if (fault != null) {
            throw fault;
        }
        return lifetime.map(held -> new Credentials(
                "bridge", Optional.empty(), Optional.of(time.clock().instant().plus(held))));
    }

    private KeptLink source(FakeBroker links, Timing time, long seed) {
        return new KeptLink(
                "plant",
                () -> minted(time),
                links,
                taken::add,
                time,
                new Backoff(new Random(seed)),
                new BridgeMetrics(registry));
    }

    private static IncomingMessage message() {
        return new IncomingMessage("events", new byte[0], false, false, () -> {});
    }
}

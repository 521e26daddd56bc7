package dev.fleethealth.streams.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.chaos.RegistryServer.Mood;
import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import dev.fleethealth.testkit.net.TcpProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Row 14 of docs/reliability.md: the registry is away, in every way, at start and in the middle of work; the broker, too. */
@Tag("chaos")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class OutageIT {
    private static final int FLEETS = ChaosSize.pick(4, 60);
    private static final Duration SPREAD = ChaosSize.pick(Duration.ofSeconds(6), Duration.ofSeconds(40));
    private static final Duration EVERY = ChaosSize.pick(Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final Duration EACH_MOOD = ChaosSize.pick(Duration.ofSeconds(2), Duration.ofSeconds(30));
    private static final int BOUNCES = ChaosSize.pick(1, 5);

    @TempDir
    private Path directory;

    @Test
    void shouldLoseNothingWhenTheRegistryAndThenTheBrokerAreAway() throws Exception {
        // Given
        NextVersion next = NextVersion.compile(directory.resolve("next"));
        try (World world = World.create(directory, Boundary.SETTINGS);
                TcpProxy proxy = TcpProxy.to(world.registry().port())) {
            String registry = "http://127.0.0.1:" + proxy.port();
            Instance working = world.start("working", "", directory.resolve("working-state"), registry)
                    .awaitReady();
            AlertWatch watch = world.watch();
            Story story = Boundary.of(FLEETS, SPREAD, EVERY);
            // When
            Function<ConnectionEvent, byte[]> form = next.alternating(world);
            world.registry().become(Mood.UNAVAILABLE);
            Feed feed = world.feed(story.from(Instant.now()), form);
            Instance starting = world.start("starting", "", directory.resolve("starting-state"), registry);
            for (Mood mood : List.of(Mood.UNAVAILABLE, Mood.SILENT, Mood.HANGING_UP)) {
                world.registry().become(mood);
                holdOn(working, starting);
            }
            proxy.stall();
            holdOn(working, starting);
            proxy.reset();
            proxy.flow();
            world.registry().become(Mood.WELL);
            // Then
            working.awaitReady();
            starting.awaitReady();
            // And when
            for (int bounce = 0; bounce < BOUNCES; bounce++) {
                world.kafka().kill();
                world.kafka().startAgain();
                await().atMost(Duration.ofMinutes(5)).until(() -> world.lag() <= feed.sent() / 10);
            }
            feed.stop();
            // Then
            Verdict verdict = Verdict.of(world, watch, working);
            double replaced = working.metric("fleet_health_threads_replaced_total")
                    + starting.metric("fleet_health_threads_replaced_total");
            String measured = verdict.words()
                    + ", %d dead letters, %.0f threads replaced"
                            .formatted(world.deadLetters().size(), replaced);
            String load = "%,d events, ".formatted(feed.sent());
            String pass = "no dead letter, lag recovers, nothing lost";
            new Figure(
                            "14-registry",
                            "registry answers 503, nothing, hangs up, its network stalls and resets",
                            load + "%d s at start and in the middle of work".formatted(4 * EACH_MOOD.toSeconds()),
                            pass,
                            measured)
                    .write();
            new Figure("14-broker", "broker killed and started again", load + BOUNCES + " times", pass, measured)
                    .write();
            verdict.assertSame();
            assertThat(world.deadLetters()).isEmpty();
            assertThat(replaced).isLessThanOrEqualTo(3);
        }
    }

    /** It waits, says so, and lives. */
    private static void holdOn(Instance working, Instance starting) {
        await().pollDelay(EACH_MOOD.minusSeconds(1))
                .atMost(Duration.ofMinutes(3))
                .until(() -> working.isAlive() && !working.isReady());
        await().atMost(Duration.ofMinutes(3)).until(() -> starting.isAlive() && !starting.isReady());
    }
}

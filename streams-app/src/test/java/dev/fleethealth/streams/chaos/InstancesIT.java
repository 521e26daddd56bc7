package dev.fleethealth.streams.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows 9, 10, 19 and 20 of docs/reliability.md in one life: instances join, are killed, are replaced by the next version and
 * back, and leave, under load. What they say in the end is what a model says that knows of none of it.
 */
@Tag("chaos")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class InstancesIT {
    private static final int FLEETS = ChaosSize.pick(4, 200);
    private static final Duration SPREAD = ChaosSize.pick(Duration.ofSeconds(12), Duration.ofSeconds(70));
    private static final Duration EVERY = ChaosSize.pick(Duration.ofSeconds(30), Duration.ofSeconds(70));
    private static final int KILLS = ChaosSize.pick(1, 30);
    private static final List<String> OTHERS = ChaosSize.pick(List.of("b"), List.of("b", "c"));

    /** The small size runs beside builds and other tests. */
    private static final Duration LONGEST_GAP = ChaosSize.pick(Duration.ofMinutes(2), Duration.ofSeconds(20));

    @TempDir
    private Path directory;

    @Test
    void shouldSayWhatTheModelSaysWhateverHappensToInstances() throws Exception {
        // Given
        NextVersion next = NextVersion.compile(directory.resolve("next"));
        try (World world = World.create(directory, Boundary.SETTINGS)) {
            List<Instance> instances = new ArrayList<>(List.of(start(world, "a")));
            instances.get(0).awaitReady();
            AlertWatch watch = world.watch();
            Feed feed = world.feed(Boundary.of(FLEETS, SPREAD, EVERY).from(Instant.now()), next.alternating(world));
            // When
            for (String other : OTHERS) {
                instances.add(start(world, other));
            }
            instances.forEach(Instance::awaitReady);
            List<Instant> kills = new Killer(world, instances).kill(KILLS);
            roll(instances, next.javaOptions());
            roll(instances);
            for (Instance leaving : instances.subList(1, instances.size())) {
                assertThat(leaving.stop()).isZero();
            }
            feed.stop();
            // Then
            Verdict verdict = Verdict.of(world, watch, instances.get(0));
            Gaps gaps = Gaps.of(kills, watch.seen());
            report(feed, verdict, gaps);
            verdict.assertSame();
            assertThat(world.deadLetters()).isEmpty();
            assertThat(gaps.percentile(95)).isLessThan(LONGEST_GAP);
        }
    }

    private static Instance start(World world, String name) throws IOException {
        return world.start(name, "standby-replicas: 1, session-timeout: 6s, instance-id: " + name);
    }

    /** One after the other, as a rolling upgrade does. */
    private static void roll(List<Instance> instances, String... java) throws Exception {
        for (Instance instance : instances) {
            assertThat(instance.stop()).isZero();
            instance.startAgain(java);
            instance.awaitReady();
        }
    }

    private static void report(Feed feed, Verdict verdict, Gaps gaps) throws IOException {
        String load = "%,d events of %,d devices".formatted(feed.sent(), FLEETS * Boundary.DEVICES);
        String kills = "%d kills of %d instances, ".formatted(KILLS, OTHERS.size() + 1) + load;
        String same = "alerts are the model's";
        new Figure("9", "exactly once over kill -9", kills, same, verdict.words()).write();
        new Figure("10", "alerts go on after kill -9, one standby", kills, "p95 < 20 s", gaps.words()).write();
        new Figure(
                        "19",
                        "rolling upgrade to a schema with a field more and one less, and back",
                        load,
                        same,
                        verdict.words())
                .write();
        new Figure("20", "1 → %d → 1 instances".formatted(OTHERS.size() + 1), load, same, verdict.words()).write();
    }
}

package dev.fleethealth.streams.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.chaos.AlertWatch.Seen;
import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows 11, 13 and 17 of docs/reliability.md: clocks that lie, ids that attack, and silence after a storm. One instance lives
 * through all of it, in any order.
 */
@Tag("chaos")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class HostileInputIT {
    private static final int GOOD = ChaosSize.pick(6_000, 100_000);
    private static final int HOSTILE = ChaosSize.pick(10_000, 1_000_000);
    private static final Duration WINDOW = ChaosSize.pick(Duration.ofSeconds(10), Duration.ofSeconds(60));
    private static final Duration CLEARS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = ChaosSize.pick(Duration.ofMinutes(5), Duration.ofMinutes(10));

    private static final int MOST_SERIES = 2_000;
    private static final int MOST_BYTES = 1_000_000;
    private static final int STORMS = 5;

    /** The small size runs beside builds and other tests. */
    private static final Duration LONGEST_PAGE = ChaosSize.pick(Duration.ofSeconds(30), Duration.ofSeconds(5));

    /** Counts again what a transaction had counted that was aborted; state and alerts do not. */
    private static final String COUNTED = "fleet_health_events_total";

    private static final String CORRECTED = "fleet_health_clocks_corrected_total";

    @TempDir
    private static Path directory;

    private static World world;
    private static Instance instance;
    private static AlertWatch watch;

    @BeforeAll
    static void start() throws Exception {
        world = World.create(directory, """
                detection: {resolve-hold: 2s}
                detectors: {reconnection-storm: {window: %ds, clears-after: %ds}}
                """.formatted(WINDOW.toSeconds(), CLEARS.toSeconds()));
        instance = world.start("one", "").awaitReady();
        watch = world.watch();
    }

    @AfterAll
    static void stop() throws Exception {
        world.close();
    }

    @Test
    void shouldCountEveryGoodEventWhenOthersClaimImpossibleTimes() throws Exception {
        // Given
        double countedBefore = instance.metric(COUNTED);
        double correctedBefore = instance.metric(CORRECTED);
        Story good = Boundary.of(GOOD / 600, Duration.ZERO, Duration.ZERO);
        Instant start = Instant.now().minusSeconds(20);
        List<ConnectionEvent> poison =
                PoisonTimes.inEachPartition(start.plusSeconds(7)).toList();
        // When
        Feed feed = world.feed(Stream.of(
                        good.once(start).limit(good.round().size() / 2),
                        poison.stream(),
                        good.once(start).skip(good.round().size() / 2))
                .flatMap(events -> events));
        feed.awaitEnd();
        world.awaitNoLag(PATIENCE);
        // Then
        double counted = instance.metric(COUNTED) - countedBefore;
        double corrected = instance.metric(CORRECTED) - correctedBefore;
        new Figure(
                        "11",
                        "impossible times",
                        "%d events of six kinds in each of %d partitions amid %,d"
                                .formatted(
                                        poison.size(),
                                        World.PARTITIONS,
                                        good.round().size()),
                        "good ones counted 100 %, corrected counter exact, no crash",
                        "%,.0f of %,d counted, %.0f of %d corrected"
                                .formatted(counted, feed.sent(), corrected, poison.size()))
                .write();
        assertThat(counted).isGreaterThanOrEqualTo(feed.sent());
        assertThat(corrected).isGreaterThanOrEqualTo(poison.size());
        assertUnharmed();
    }

    @Test
    void shouldPageInTimeAndResolveWhenSilenceFollowsAStorm() throws Exception {
        // Given
        Story storms = Story.of(
                IntStream.range(0, STORMS)
                        .boxed()
                        .flatMap(HostileInputIT::storm)
                        .toList(),
                Duration.ZERO);
        // When
        world.feed(storms.once(Instant.now())).awaitEnd();
        // Then
        await().atMost(PATIENCE).until(() -> transitions(AlertState.RESOLVED).size() == STORMS);
        Duration page = middle(transitions(AlertState.OPEN));
        Duration open = middle(transitions(AlertState.RESOLVED));
        new Figure(
                        "13",
                        "silence after storms",
                        "in %d fleets 20 of 60 devices reconnect within 1 s, then no event at all".formatted(STORMS),
                        "page within 5 s of the crossing, resolved within window, clearing and hold plus 10 s",
                        "median page after %d ms, resolved after %.1f s (window %d s, clearing 5 s, hold 2 s)"
                                .formatted(page.toMillis(), open.toMillis() / 1_000.0, WINDOW.toSeconds()))
                .write();
        assertThat(page).isLessThan(LONGEST_PAGE);
        assertThat(open).isLessThan(WINDOW.plus(CLEARS).plusSeconds(2 + 10).plus(LONGEST_PAGE));
    }

    @Test
    void shouldStayReadableWhenIdsAttack() throws Exception {
        // Given
        double before = instance.metric(COUNTED);
        long seriesBefore = series();
        // When
        Feed feed = world.feed(HostileIds.connects(HOSTILE, Instant.now()));
        feed.awaitEnd();
        world.awaitNoLag(PATIENCE);
        // Then
        String scrape = instance.metrics();
        long series = series() - seriesBefore;
        List<String> log = instance.process().errors().lines().toList();
        double counted = instance.metric(COUNTED) - before;
        new Figure(
                        "17",
                        "hostile client ids and fleets",
                        "%,d ids, %d fleets".formatted(HOSTILE, HostileIds.FLEETS),
                        "series more than before < 2,000, scrape < 1 MB, no forged line",
                        "%,.0f counted, %,d series, %,d bytes, %d of %d log lines forged"
                                .formatted(counted, series, scrape.length(), forged(log), log.size()))
                .write();
        assertThat(counted).isGreaterThanOrEqualTo(HOSTILE);
        assertThat(series).isLessThan(MOST_SERIES);
        assertThat(scrape.length()).isLessThan(MOST_BYTES);
        assertThat(scrape.lines()).noneMatch(line -> line.startsWith("fleet_health_forged"));
        assertThat(forged(log)).isZero();
        assertUnharmed();
    }

    private static long series() {
        return instance.metricLines().filter(line -> !line.startsWith("#")).count();
    }

    private static long forged(List<String> log) {
        return log.stream().filter(line -> line.startsWith(HostileIds.FORGED)).count();
    }

    private static Stream<String> storm(int number) {
        String devices = "s" + number + "x1..s" + number + "x";
        String with = " with fleet=silent-" + number;
        return Stream.of(
                devices + "60 connect at -5s" + with,
                "%s20 reconnect NETWORK_LOST between +%ds and +%ds%s pause=500ms"
                        .formatted(devices, 1 + number, 2 + number, with));
    }

    private static List<Seen> transitions(AlertState state) {
        return watch.seen().stream()
                .filter(seen -> seen.alert().getDedupKey().startsWith("reconnection-storm/FLEET/silent-"))
                .filter(seen -> seen.alert().getState() == state)
                .toList();
    }

    private static Duration middle(List<Seen> seen) {
        return seen.stream().map(Seen::delay).sorted().toList().get(seen.size() / 2);
    }

    private static void assertUnharmed() {
        assertThat(instance.isAlive()).isTrue();
        assertThat(instance.metric("fleet_health_threads_replaced_total")).isZero();
        assertThat(world.deadLetters()).isEmpty();
    }
}

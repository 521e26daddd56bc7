package dev.fleethealth.streams.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Cohort;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.policy.DetectionPolicy;
import dev.fleethealth.streams.session.Events;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a book keeps up to date against what it adds up anew. */
class WindowTallyTest {
    private static final SeriesKey KEY = new SeriesKey("any-detector", "");
    private static final int PARTITIONS = 3;

    private final FleetBook book =
            new FleetBook(DetectionPolicy.everywhere(List.of()).of("fleet"), Duration.ofSeconds(30));
    private final Steps steps = book.grid().stepsOf(KEY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldTellWhatAFreshSumTellsWhenPartitionsTellAndTheWindowMoves(long seed) {
        // Given
        Random random = new Random(seed);

        for (int second = 0; second < 400; second++) {
            // When
            tell(second, random);
            long to = steps.indexOf(Events.at(1_000L * second)) - random.nextInt(40) + 10;
            long from = to - random.nextInt(Steps.SPAN);
            WindowTally window = book.window(KEY, from, to);

            // Then
            WindowTally fresh = new WindowTally();
            fresh.moveTo(from, to, book.series(KEY));
            assertThat(window.occurrences()).as("at %s", second).isEqualTo(fresh.occurrences());
            assertThat(window.categories()).isEqualTo(fresh.categories());
            for (Fact fact : Fact.values()) {
                assertThat(window.facts(fact)).isEqualTo(fresh.facts(fact));
            }
            long since = to - to % 20;
            book.series(KEY).forEach(part -> assertThat(part.cohortSince(since)).isEqualTo(sumOfCohorts(part, since)));
        }
    }

    private static Cohort sumOfCohorts(SeriesBook part, long since) {
        return part.toCounts().cohorts().tailMap(since, true).values().stream().reduce(Cohort.NONE, Cohort::plus);
    }

    /** Mostly of the newest steps, now and then of old ones; now and then a partition begins afresh, or is gone. */
    private void tell(int second, Random random) {
        int partition = random.nextInt(PARTITIONS);
        if (random.nextInt(50) == 0) {
            book.remove(partition);
        }
        NavigableMap<Long, Tally> tallies = new TreeMap<>();
        NavigableMap<Long, Cohort> cohorts = new TreeMap<>();
        long newest = steps.indexOf(Events.at(1_000L * second));
        for (int i = random.nextInt(4); i > 0; i--) {
            tallies.put(newest - random.nextInt(random.nextInt(10) == 0 ? 80 : 2), tally(random));
            cohorts.put(newest - random.nextInt(30), new Cohort(random.nextInt(3), random.nextInt(3), 1, 7));
        }
        SeriesCounts counts = new SeriesCounts(KEY, newest, new long[] {1}, tallies, cohorts, List.of(), null);
        boolean complete = random.nextInt(40) == 0;
        book.update(new FleetCounts(partition, complete, Events.at(1_000L * second), 1, 1, Map.of(KEY, counts)));
        if (random.nextInt(30) == 0) {
            book.part(partition);
        }
    }

    private static Tally tally(Random random) {
        return new Tally(
                random.nextInt(5),
                Map.of(Category.values()[random.nextInt(3)], 1L + random.nextInt(3)),
                Map.of(Fact.NODE, Map.of("n" + random.nextInt(3), 1L + random.nextInt(3), "other", 2L)));
    }
}

package dev.fleethealth.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.fleet.FleetBook;
import dev.fleethealth.streams.fleet.FleetCounts;
import dev.fleethealth.streams.fleet.SeriesCounts;
import dev.fleethealth.streams.fleet.SeriesKey;
import dev.fleethealth.streams.policy.DetectionPolicy;
import dev.fleethealth.streams.state.FleetSignalForm;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredCountsTest {
    private static final SeriesKey KEY = new SeriesKey("any-detector", "");
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final KeyValueStore<String, FleetCounts> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("counts"),
                    Serdes.String(),
                    Serdes.serdeFrom(
                            (topic, counts) -> counts == null ? null : FleetSignalForm.writeCounts(counts),
                            (topic, bytes) -> bytes == null ? null : FleetSignalForm.readCounts(bytes)))
            .withLoggingDisabled()
            .build();

    @BeforeEach
    void openStore() {
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 51, 52, 53, 130})
    void shouldRestoreWhatWasCountedWhenStartedAgainAfterAnyNumberOfChanges(int signals) {
        // Given
        Map<String, FleetBook> counted = new HashMap<>();
        StoredCounts stored = new StoredCounts(store);

        // When
        for (int i = 0; i < signals; i++) {
            for (FleetCounts newer : List.of(changes(1, i), changes(10, i))) {
                FleetBook book = counted.computeIfAbsent("north", any -> book());
                book.update(newer);
                stored.put("north", newer, book);
            }
        }

        // Then
        assertThat(restored().keySet()).containsExactly("north");
        assertSame(restored().get("north"), counted.get("north"), 1, 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 70})
    void shouldGoOnWithWhatIsStoredWhenStartedAgain(int signalsBefore) {
        // Given
        FleetBook book = book();
        StoredCounts before = new StoredCounts(store);
        for (int i = 0; i < signalsBefore; i++) {
            book.update(changes(0, i));
            before.put("north", changes(0, i), book);
        }

        // When
        StoredCounts after = new StoredCounts(store);
        after.restore((fleet, counts) -> {});
        FleetCounts newer = changes(0, signalsBefore);
        book.update(newer);
        after.put("north", newer, book);

        // Then
        assertSame(restored().get("north"), book, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {500})
    void shouldNotGrowWhenChangesKeepComing(int signals) {
        // Given
        FleetBook book = book();
        StoredCounts stored = new StoredCounts(store);

        // When
        for (int i = 0; i < signals; i++) {
            book.update(changes(0, i));
            stored.put("north", changes(0, i), book);
        }

        // Then
        int entries = 0;
        try (KeyValueIterator<String, FleetCounts> each = store.all()) {
            for (; each.hasNext(); each.next()) {
                entries++;
            }
        }
        assertThat(entries).isBetween(1, StoredCounts.MOST_CHANGES + 1);
    }

    private static void assertSame(FleetBook actual, FleetBook expected, int... partitions) {
        for (int partition : partitions) {
            assertThat(actual.part(partition)).usingRecursiveComparison().isEqualTo(expected.part(partition));
        }
    }

    private Map<String, FleetBook> restored() {
        Map<String, FleetBook> restored = new HashMap<>();
        new StoredCounts(store).restore((fleet, counts) -> restored.computeIfAbsent(fleet, any -> book())
                .update(counts));
        return restored;
    }

    private static FleetBook book() {
        return new FleetBook(DetectionPolicy.everywhere(List.of()).of("north"), Duration.ofSeconds(30));
    }

    /** The number of devices of one step more, and a correction of the one before. */
    private static FleetCounts changes(int partition, int number) {
        SeriesCounts counts = new SeriesCounts(
                KEY, number, new long[] {number, 7}, new TreeMap<>(), new TreeMap<>(), List.of("d" + number), null);
        return new FleetCounts(partition, number == 0, START.plusSeconds(number), number, 1, Map.of(KEY, counts));
    }
}

package dev.fleethealth.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HashedStoreTest {
    private final StateStoreContext context = new MockProcessorContext<>().getStateStoreContext();
    private final KeyValueStore<String, String> store = Stores.keyValueStoreBuilder(
                    HashedStore.supplier("hashed"), Serdes.String(), Serdes.String())
            .withLoggingDisabled()
            .build();

    @BeforeEach
    void open() {
        store.init(context, store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void shouldHoldWhatWasPutLast() {
        // When
        store.put("a", "1");
        store.put("a", "2");
        store.putAll(List.of(KeyValue.pair("b", "3"), KeyValue.pair("c", "4")));
        store.put("c", null);
        String deleted = store.delete("b");
        String present = store.putIfAbsent("a", "9");
        String absent = store.putIfAbsent("d", "5");

        // Then
        assertThat(all()).isEqualTo(Map.of("a", "2", "d", "5"));
        assertThat(store.approximateNumEntries()).isEqualTo(2);
        assertThat(deleted).isEqualTo("3");
        assertThat(present).isEqualTo("2");
        assertThat(absent).isNull();
        assertThat(store.get("b")).isNull();
    }

    @Test
    void shouldGoThroughAllWhenSomeAreRemovedMeanwhile() {
        // Given
        store.put("a", "1");
        store.put("b", "2");

        // When
        int seen = 0;
        try (KeyValueIterator<String, String> each = store.all()) {
            for (; each.hasNext(); seen++) {
                store.delete(each.next().key);
            }
        }

        // Then
        assertThat(seen).isEqualTo(2);
        assertThat(all()).isEmpty();
    }

    @Test
    void shouldRefuseWhatNeedsAnOrder() {
        assertThatThrownBy(() -> store.range("a", "b")).isInstanceOf(UnsupportedOperationException.class);
    }

    private Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        try (KeyValueIterator<String, String> each = store.all()) {
            each.forEachRemaining(entry -> all.put(entry.key, entry.value));
        }
        return all;
    }
}

package dev.fleethealth.streams.query.cluster;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of this instance; asking throws {@link PartUnavailableException} while they move. */
public interface LocalStores {
    /** Partitions of a store that are here. */
    List<Integer> partitions(String store);

    /** A store of one partition. */
    ReadOnlyKeyValueStore<Bytes, byte[]> of(String store, int partition);

    /** Records on Kafka that are not taken in yet. */
    long behind();

    /** A store of each partition that is here. */
    default List<ReadOnlyKeyValueStore<Bytes, byte[]>> all(String store) {
        return partitions(store).stream().map(partition -> of(store, partition)).toList();
    }
}

package dev.fleethealth.streams.query.cluster;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of several drivers, one for each partition. */
public record DriverStores(List<TopologyTestDriver> drivers) implements LocalStores {

    @Override
    public List<Integer> partitions(String store) {
        return IntStream.range(0, drivers.size()).boxed().toList();
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> of(String store, int partition) {
        return drivers.get(partition).getKeyValueStore(store);
    }

    @Override
    public long behind() {
        return 0;
    }
}

package dev.fleethealth.streams.query.cluster;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Stores of an instance whose partitions move. */
final class MovingStores implements LocalStores {
    @Override
    public List<Integer> partitions(String store) {
        throw moving();
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> of(String store, int partition) {
        throw moving();
    }

    @Override
    public long behind() {
        throw moving();
    }

    private static PartUnavailableException moving() {
        return new PartUnavailableException("moving", Duration.ofSeconds(7));
    }
}

package dev.fleethealth.streams.runtime;

import dev.fleethealth.streams.metrics.MetricNames;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Gives all RocksDB instances of an application one memory limit together. Kafka's default is one for each of them: a few stores
 * times a few partitions then take gigabytes. Each application of the process has its own, so that one does not push out what
 * the other needs.
 */
public final class RocksDbMemory implements RocksDBConfigSetter {
    static final String LIMIT_SETTING = "fleet.health.rocksdb.memory.bytes";

    /**
     * In bytes. Each store that was written to holds at least one, and each write flushes a store while all of them together
     * exceed their share. RocksDB's default, a MiB, is all that 36 stores of 6 partitions may have, so each change was a file.
     */
    private static final long MEMTABLE_BLOCK = 32 * 1_024;

    private static final Map<String, Shared> OF_APPLICATIONS = new ConcurrentHashMap<>();

    /** Shows how much of the limit is in use; 0 until the first store is opened. */
    static void bindTo(MeterRegistry metrics) {
        Gauge.builder(MetricNames.STATE_MEMORY, RocksDbMemory::usedBytes)
                .description("Block cache and write buffers of all RocksDB stores, bounded by state.memory-mebibytes")
                .baseUnit(BaseUnits.BYTES)
                .register(metrics);
    }

    private static long usedBytes() {
        return OF_APPLICATIONS.values().stream()
                .mapToLong(memory -> memory.cache.getUsage())
                .sum();
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Shared memory = OF_APPLICATIONS.computeIfAbsent(
                String.valueOf(configs.get(StreamsConfig.APPLICATION_ID_CONFIG)),
                any -> Shared.of((Long) Objects.requireNonNull(configs.get(LIMIT_SETTING))));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.buffers);
        options.setArenaBlockSize(MEMTABLE_BLOCK);
    }

    @Override
    public void close(String storeName, Options options) {
        // What is shared stays for the other stores, until the process ends.
    }

    /** Write buffers are counted within the cache. */
    private record Shared(Cache cache, WriteBufferManager buffers) {
        static Shared of(long bytes) {
            Cache cache = new LRUCache(bytes);
            return new Shared(cache, new WriteBufferManager(bytes / 2, cache));
        }
    }
}

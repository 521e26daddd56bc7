package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.streams.topology.StateStoreKind;
import java.nio.file.Path;

/**
 * Where the state lives between two events.
 *
 * @param store on disk, or in memory for small fleets and fast restarts
 * @param directory of this instance alone; it survives restarts but may be lost, for Kafka has a copy
 * @param memoryMebibytes block cache and write buffers of all RocksDB stores together
 */
public record StateSettings(
        @Default("rocksdb") StateStoreKind store,
        @Default("fleet-streams-state") Path directory,
        @Default("128") int memoryMebibytes) {
    public StateSettings {
        Setting.inRange("memory-mebibytes", memoryMebibytes, 16, 1 << 20);
    }
}

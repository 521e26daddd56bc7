package dev.fleethealth.streams.topology;

import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.alert.PassedAlert;
import dev.fleethealth.streams.device.DeviceState;
import dev.fleethealth.streams.fleet.Baseline;
import dev.fleethealth.streams.fleet.FleetCounts;
import dev.fleethealth.streams.fleet.FleetSignal;
import dev.fleethealth.streams.state.BaselineForm;
import dev.fleethealth.streams.state.DeviceStateForm;
import dev.fleethealth.streams.state.FleetSignalForm;
import dev.fleethealth.streams.state.OpenAlertForm;
import dev.fleethealth.streams.state.PassedAlertForm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** The state stores of the topology; none is cached. */
final class Stores {
    private static final Serde<DeviceState> DEVICE_STATE = serde(DeviceStateForm::write, DeviceStateForm::read);
    private static final Serde<OpenAlert> OPEN_ALERT = serde(OpenAlertForm::write, OpenAlertForm::read);
    private static final Serde<PassedAlert> PASSED_ALERT = serde(PassedAlertForm::write, PassedAlertForm::read);
    private static final Serde<FleetCounts> COUNTS = serde(FleetSignalForm::writeCounts, FleetSignalForm::readCounts);
    private static final Serde<Baseline> BASELINE = serde(BaselineForm::write, BaselineForm::read);
    static final Serde<FleetSignal> SIGNAL = serde(FleetSignalForm::write, FleetSignalForm::read);

    private final StateStoreKind kind;
    private final boolean logged;

    Stores(StateStoreKind kind, boolean logged) {
        this.kind = kind;
        this.logged = logged;
    }

    Set<StoreBuilder<?>> ofDeviceStage() {
        return inOrder(store(devices(), DEVICE_STATE), store(TopologyNames.DEVICE_ALERTS, OPEN_ALERT));
    }

    Set<StoreBuilder<?>> ofFleetStage() {
        return inOrder(
                store(TopologyNames.FLEET_COUNTS, COUNTS),
                store(TopologyNames.FLEET_ALERTS, OPEN_ALERT),
                store(TopologyNames.PASSED_ALERTS, PASSED_ALERT),
                store(TopologyNames.BASELINES, BASELINE));
    }

    /** In the same order each time, so that the description of the topology can be compared. */
    private static Set<StoreBuilder<?>> inOrder(StoreBuilder<?>... stores) {
        return new LinkedHashSet<>(List.of(stores));
    }

    private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return store(supplier(name), values);
    }

    private <V> StoreBuilder<KeyValueStore<String, V>> store(KeyValueBytesStoreSupplier supplier, Serde<V> values) {
        StoreBuilder<KeyValueStore<String, V>> store =
                org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(supplier, Serdes.String(), values);
        return (logged ? store.withLoggingEnabled(Map.of()) : store.withLoggingDisabled()).withCachingDisabled();
    }

    /** The one store that is large: nobody asks for its devices in an order. */
    private KeyValueBytesStoreSupplier devices() {
        return kind == StateStoreKind.MEMORY
                ? HashedStore.supplier(TopologyNames.DEVICES)
                : supplier(TopologyNames.DEVICES);
    }

    private KeyValueBytesStoreSupplier supplier(String name) {
        return switch (kind) {
            case ROCKSDB -> org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name);
            case MEMORY -> org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name);
        };
    }

    private static <T> Serde<T> serde(Function<T, byte[]> write, Function<byte[], T> read) {
        return Serdes.serdeFrom((topic, value) -> apply(write, value), (topic, bytes) -> apply(read, bytes));
    }

    private static <A, B> @Nullable B apply(Function<A, B> function, @Nullable A value) {
        return value == null ? null : function.apply(value);
    }
}

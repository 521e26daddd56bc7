package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.query.ActivityStep;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceQuery;
import dev.fleethealth.streams.query.FleetQuery;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.state.FleetNow;
import dev.fleethealth.streams.query.state.RecordBytes;
import dev.fleethealth.streams.query.state.StoreKeys;
import dev.fleethealth.streams.query.state.StoreNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What this instance holds, read from its stores. */
public final class LocalPart implements Part {
    private final LocalStores stores;
    private final DevicePages devices;
    private final AlertPages alerts;

    /** @param history makes a device of its state */
    public LocalPart(LocalStores stores, DeviceHistory history) {
        this.stores = stores;
        this.devices = new DevicePages(new DeviceViews(history));
        this.alerts = new AlertPages();
    }

    @Override
    public Held<List<FleetShare>> fleets(FleetQuery query, Instant now) {
        return held(() ->
                names(query).stream().flatMap(name -> share(name, now).stream()).toList());
    }

    @Override
    public Held<Optional<FleetShare>> fleet(String name, Instant now) {
        return held(() -> share(name, now));
    }

    @Override
    public Held<List<Alert>> openAlerts() {
        return held(() -> {
            List<Alert> open = new ArrayList<>();
            stores.all(StoreNames.OPEN_ALERTS)
                    .forEach(store -> each(store.all(), value -> open.add(RecordBytes.alert(value))));
            return open;
        });
    }

    @Override
    public Held<Optional<List<ActivityStep>>> activity(String fleet, TimeSpan span, Duration step) {
        return held(() -> minutes(fleet).stream()
                .map(minutes -> minutes.steps(span, step))
                .reduce(ActivitySteps::plus));
    }

    @Override
    public Held<Page<Device>> devices(DeviceQuery query) {
        return held(() -> devices.page(stores.all(StoreNames.DEVICES), query));
    }

    @Override
    public Held<Optional<StoredDevice>> device(String fleet, String id, int partition) {
        return held(() -> {
            Bytes key = StoreKeys.device(new DeviceKey(fleet, id, ""));
            byte[] device = stores.of(StoreNames.DEVICES, partition).get(key);
            List<byte[]> events = new ArrayList<>();
            if (device != null) {
                each(stores.of(StoreNames.TIMELINE, partition).prefixScan(key, new BytesSerializer()), events::add);
            }
            return Optional.ofNullable(device).map(found -> new StoredDevice(found, events));
        });
    }

    @Override
    public Held<List<String>> fleetsWith(String id) {
        return held(() -> {
            List<String> fleets = new ArrayList<>();
            for (int partition : stores.partitions(StoreNames.DEVICES)) {
                ReadOnlyKeyValueStore<Bytes, byte[]> here = stores.of(StoreNames.DEVICES, partition);
                each(stores.of(StoreNames.FLEETS, partition).all(), value -> {
                    String fleet = FleetNow.of(value).name();
                    if (here.get(StoreKeys.device(new DeviceKey(fleet, id, ""))) != null) {
                        fleets.add(fleet);
                    }
                });
            }
            return fleets;
        });
    }

    @Override
    public Held<Page<Alert>> alerts(AlertQuery query) {
        return held(() -> alerts.page(stores.all(StoreNames.ALERTS), query));
    }

    /** In the order of their keys, each once. */
    private Set<String> names(FleetQuery query) {
        NameSearch search = NameSearch.of(query.search());
        Bytes after = query.after().map(StoreKeys::fleet).orElse(null);
        Set<String> names = new LinkedHashSet<>();
        try (SortedEntries entries = new SortedEntries(
                stores.all(StoreNames.FLEETS), Comparator.naturalOrder(), store -> store.range(after, null))) {
            while (entries.hasNext() && names.size() < query.limit()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                String name = FleetNow.of(entry.value).name();
                if (!entry.key.equals(after) && search.matches(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private Optional<FleetShare> share(String name, Instant now) {
        return minutes(name).stream().map(minutes -> minutes.share(now)).reduce(FleetShare::plus);
    }

    private List<FleetMinutes> minutes(String fleet) {
        List<FleetMinutes> minutes = new ArrayList<>();
        for (int partition : stores.partitions(StoreNames.FLEETS)) {
            byte[] found = stores.of(StoreNames.FLEETS, partition).get(StoreKeys.fleet(fleet));
            if (found != null) {
                minutes.add(new FleetMinutes(stores.of(StoreNames.ACTIVITY, partition), FleetNow.of(found)));
            }
        }
        return minutes;
    }

    private <T> Held<T> held(Supplier<T> answer) {
        try {
            return new Held<>(answer.get(), newestEvent().orElse(null), stores.behind());
        } catch (InvalidStateStoreException e) {
            throw PartUnavailableException.moving();
        }
    }

    private Optional<Instant> newestEvent() {
        List<Instant> newest = new ArrayList<>();
        stores.all(StoreNames.FLEETS)
                .forEach(store ->
                        each(store.all(), value -> newest.add(FleetNow.of(value).newestEvent())));
        return newest.stream().max(Comparator.naturalOrder());
    }

    private static void each(KeyValueIterator<Bytes, byte[]> entries, Consumer<byte[]> taker) {
        try (entries) {
            entries.forEachRemaining(entry -> taker.accept(Objects.requireNonNull(entry.value)));
        }
    }
}

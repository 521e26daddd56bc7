package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceQuery;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.state.KnownDeviceForm;
import dev.fleethealth.streams.query.state.StoreKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Devices of a fleet, a page at a time. */
final class DevicePages {
    /** So many devices are looked at for one page; what is found until then is the page. */
    static final int MOST_READ = 200_000;

    private final DeviceViews views;
    private final int mostRead;

    DevicePages(DeviceViews views) {
        this(views, MOST_READ);
    }

    DevicePages(DeviceViews views, int mostRead) {
        this.views = views;
        this.mostRead = mostRead;
    }

    Page<Device> page(List<ReadOnlyKeyValueStore<Bytes, byte[]>> stores, DeviceQuery query) {
        NameSearch search = NameSearch.of(query.search());
        Bytes prefix = StoreKeys.devicesOf(query.fleet());
        Bytes after = query.after()
                .map(id -> StoreKeys.device(new DeviceKey(query.fleet(), id, "")))
                .orElse(null);
        Bytes from = after == null ? prefix : after;
        Bytes end = StoreKeys.endOf(prefix);
        List<Device> found = new ArrayList<>();
        try (SortedEntries entries =
                new SortedEntries(stores, Comparator.naturalOrder(), store -> store.range(from, end))) {
            Device last = null;
            for (int read = 0; entries.hasNext() && found.size() < query.limit() && read < mostRead; read++) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                if (!entry.key.equals(after)) {
                    last = views.of(KnownDeviceForm.read(entry.value));
                    add(last, query, search, found);
                }
            }
            Optional<String> next =
                    entries.hasNext() ? Optional.ofNullable(last).map(Device::id) : Optional.empty();
            return new Page<>(found, next);
        }
    }

    private static void add(Device device, DeviceQuery query, NameSearch search, List<Device> found) {
        boolean wanted = query.online().map(online -> online == device.online()).orElse(true)
                && query.category()
                        .map(category -> category == device.lastCategory())
                        .orElse(true)
                && search.matches(device.id());
        if (wanted) {
            found.add(device);
        }
    }
}

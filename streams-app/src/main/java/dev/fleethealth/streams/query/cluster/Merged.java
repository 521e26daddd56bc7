package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.state.StoreKeys;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/** Pages of several instances as one. */
final class Merged {
    private Merged() {}

    /** Fleets of which each instance has a share, by name; one more than fits shows that there is a next page. */
    static Page<FleetShare> fleets(List<List<FleetShare>> parts, int limit) {
        Map<Bytes, FleetShare> byName = new TreeMap<>();
        parts.stream()
                .flatMap(List::stream)
                .forEach(share -> byName.merge(StoreKeys.fleet(share.name()), share, FleetShare::plus));
        List<FleetShare> found = byName.values().stream().limit(limit).toList();
        return new Page<>(
                found, byName.size() > limit ? Optional.of(found.get(limit - 1).name()) : Optional.empty());
    }

    /** Devices by client id, up to where all instances have looked. */
    static Page<Device> devices(List<Page<Device>> parts, String fleet, int limit) {
        Optional<String> seenUntil =
                parts.stream().flatMap(part -> part.next().stream()).min(Comparator.comparing(id -> key(fleet, id)));
        List<Device> all = parts.stream()
                .flatMap(part -> part.items().stream())
                .filter(device -> seenUntil
                        .map(last -> key(fleet, device.id()).compareTo(key(fleet, last)) <= 0)
                        .orElse(true))
                .sorted(Comparator.comparing(device -> key(fleet, device.id())))
                .toList();
        return all.size() <= limit
                ? new Page<>(all, seenUntil)
                : new Page<>(
                        all.subList(0, limit), Optional.of(all.get(limit - 1).id()));
    }

    /** Episodes, newest first. */
    static Page<Alert> alerts(List<Page<Alert>> parts, int limit) {
        List<Alert> all = parts.stream()
                .flatMap(part -> part.items().stream())
                .sorted(AlertPages.ORDER)
                .toList();
        boolean isMore = parts.stream().anyMatch(part -> part.next().isPresent());
        return AlertPages.page(all, limit, isMore);
    }

    private static Bytes key(String fleet, String id) {
        return StoreKeys.device(new DeviceKey(fleet, id, ""));
    }
}

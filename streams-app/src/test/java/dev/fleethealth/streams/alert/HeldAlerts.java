package dev.fleethealth.streams.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passed alerts in memory. */
final class HeldAlerts implements PassedAlerts {
    private final Map<String, PassedAlert> alerts = new LinkedHashMap<>();

    @Override
    public Optional<PassedAlert> find(String dedupKey) {
        return Optional.ofNullable(alerts.get(dedupKey));
    }

    @Override
    public void put(PassedAlert alert) {
        alerts.put(alert.latest().getDedupKey(), alert);
    }

    @Override
    public void remove(String dedupKey) {
        alerts.remove(dedupKey);
    }

    @Override
    public List<PassedAlert> all() {
        return new ArrayList<>(alerts.values());
    }
}

package dev.fleethealth.streams.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passed alerts in memory. */
final class HeldAlerts implements PassedAlerts {
    private final Map<Subject, PassedAlert> alerts = new LinkedHashMap<>();

    @Override
    public Optional<PassedAlert> find(Subject subject) {
        return Optional.ofNullable(alerts.get(subject));
    }

    @Override
    public void put(PassedAlert alert) {
        alerts.put(Subject.of(alert.latest()), alert);
    }

    @Override
    public void remove(Subject subject) {
        alerts.remove(subject);
    }

    @Override
    public List<PassedAlert> all() {
        return new ArrayList<>(alerts.values());
    }
}

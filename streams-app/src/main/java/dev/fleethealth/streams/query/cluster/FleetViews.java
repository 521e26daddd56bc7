package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.query.Fleet;
import java.util.Comparator;
import java.util.List;

/** Fleets as they are shown. */
final class FleetViews {
    private static final int MINUTES_OF_A_RATE = 5;

    private FleetViews() {}

    /** @param open alerts of any fleet */
    static Fleet of(FleetShare whole, List<Alert> open) {
        List<Severity> severities = open.stream()
                .filter(alert -> alert.getFleet().equals(whole.name()))
                .map(Alert::getSeverity)
                .toList();
        return new Fleet(
                whole.name(),
                whole.online(),
                whole.known(),
                rate(whole.connects()),
                rate(whole.endings()),
                rate(whole.refusals()),
                severities.stream().max(Comparator.naturalOrder()).orElse(null),
                severities.size(),
                whole.connects());
    }

    private static double rate(List<Long> minutes) {
        return minutes.subList(minutes.size() - MINUTES_OF_A_RATE, minutes.size()).stream()
                        .mapToLong(Long::longValue)
                        .sum()
                / (double) MINUTES_OF_A_RATE;
    }
}

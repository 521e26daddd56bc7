package dev.fleethealth.streams.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When one detector opens nothing for one fleet. What happens in that time is expected and does not count afterwards; what
 * then still is as it should not be, such as devices that are away, counts as if it had happened at the end.
 *
 * @param schedules they may overlap
 */
public record Maintenance(List<Schedule> schedules) {
    public static final Maintenance NEVER = new Maintenance(List.of());

    /** Windows without a gap between them are followed no further than this. */
    private static final int MOST_IN_A_ROW = 100;

    public Maintenance {
        schedules = List.copyOf(schedules);
    }

    public boolean isOn(Instant at) {
        return !schedules.isEmpty() && endOfOne(at).isPresent();
    }

    /** When the maintenance ends in which a moment lies; empty when it lies in none. */
    public Optional<Instant> endAt(Instant at) {
        if (schedules.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> end = endOfOne(at);
        for (int more = 0; more < MOST_IN_A_ROW; more++) {
            Optional<Instant> next = end.flatMap(this::endOfOne);
            if (next.isEmpty()) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private Optional<Instant> endOfOne(Instant at) {
        return schedules.stream()
                .map(schedule -> schedule.endAt(at).orElse(null))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /** The end of the last maintenance that is over at a moment; the epoch when there was none. */
    public Instant lastEndBy(Instant at) {
        if (schedules.isEmpty()) {
            return Instant.EPOCH;
        }
        return schedules.stream()
                .map(schedule -> schedule.lastEndBy(at).orElse(Instant.EPOCH))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}

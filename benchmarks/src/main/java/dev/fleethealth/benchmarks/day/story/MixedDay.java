package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.Expectation;
import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.benchmarks.day.Span;
import dev.fleethealth.benchmarks.day.Trap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** One day of all fleets; the same seed gives the same day to the letter. */
public final class MixedDay {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-18T00:00:00Z");

    private final List<FleetDay> fleets;

    /**
     * @param share of the 5,000 devices; very small fleets are not made
     * @param length of the day: it ends in the middle of what happens then
     */
    public MixedDay(long seed, double share, Duration length) {
        fleets = Fleets.all().entrySet().stream()
                .map(fleet -> {
                    Random random = new Random(seed * 31 + fleet.getKey().name().hashCode());
                    FleetDay day = new FleetDay(
                            fleet.getKey().scaled(share), new Span(MIDNIGHT, MIDNIGHT.plus(length)), random);
                    fleet.getValue().tell(day);
                    day.liveOrdinarily();
                    return day;
                })
                .toList();
    }

    public List<FleetDay> fleets() {
        return fleets;
    }

    public List<Expectation> expectations() {
        return fleets.stream().flatMap(fleet -> fleet.expectations().stream()).toList();
    }

    public List<Trap> traps() {
        return fleets.stream().flatMap(fleet -> fleet.traps().stream()).toList();
    }

    /** How many devices there are in all. */
    public int devices() {
        return fleets.stream().mapToInt(fleet -> fleet.plan().population()).sum();
    }
}

package dev.fleethealth.streams.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is made for each fleet out of its policy, once. Fleet names come from devices, so no more than
 * {@link #MOST_FLEETS} are remembered; beyond that all are made anew. Not thread-safe.
 */
public final class PerFleet<T extends Object> {
    static final int MOST_FLEETS = 10_000;

    private final DetectionPolicy policy;
    private final Function<FleetPolicy, T> make;
    private final Map<String, T> made = new HashMap<>();

    public PerFleet(DetectionPolicy policy, Function<FleetPolicy, T> make) {
        this.policy = policy;
        this.make = make;
    }

    public T of(String fleet) {
        T known = made.get(fleet);
        return known == null ? make(fleet) : known;
    }

    private T make(String fleet) {
        if (made.size() >= MOST_FLEETS) {
            made.clear();
        }
        T fresh = make.apply(policy.of(fleet));
        made.put(fleet, fresh);
        return fresh;
    }
}

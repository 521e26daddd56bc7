package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.device.DeviceView;
import dev.fleethealth.streams.policy.DetectionPolicy;
import dev.fleethealth.streams.policy.FleetPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The fleets of one partition. Not thread-safe. */
public final class PartitionSums {
    private final DetectionPolicy policy;
    private final Duration grace;
    private final Map<String, FleetSum> fleets = new HashMap<>();
    /** Those of which something was heard since {@link #takeChanges}: there may be thousands that are silent. */
    private final Map<String, FleetSum> heardOf = new HashMap<>();

    public PartitionSums(DetectionPolicy policy, Duration grace) {
        this.policy = policy;
        this.grace = grace;
    }

    /** Replaces what a device contributed to its fleet by what it contributes now. */
    public void replace(DeviceKey key, DeviceView before, DeviceView after, Instant now) {
        sumOf(key).replace(key, before, after, now);
    }

    /** Brings the population up to date after a correction that no detector sees. */
    public void recount(DeviceKey key, DeviceView before, DeviceView after) {
        sumOf(key).recount(key, before, after);
    }

    private FleetSum sumOf(DeviceKey key) {
        FleetSum sum = fleets.computeIfAbsent(key.fleet(), this::sumOf);
        heardOf.put(key.fleet(), sum);
        return sum;
    }

    private FleetSum sumOf(String fleet) {
        FleetPolicy ofFleet = policy.of(fleet);
        List<Detector> overManyDevices = ofFleet.detectors().stream()
                .filter(detector -> detector.scope() != Scope.DEVICE)
                .toList();
        return new FleetSum(overManyDevices, new SeriesGrid(ofFleet, grace));
    }

    /** Hands out what should not wait for {@link #takeChanges}: of fleets whose numbers rise fast. */
    public void takeRising(int partition, Instant newest, Instant now, BiConsumer<String, FleetCounts> taker) {
        heardOf.forEach((fleet, sum) -> {
            if (sum.isRising()) {
                taker.accept(fleet, sum.take(partition, newest, now));
            }
        });
    }

    /**
     * Hands out what has changed since the last call, and forgets fleets of which no device is left.
     *
     * @param newest event time
     * @param now event time as it goes on without events
     */
    public void takeChanges(int partition, Instant newest, Instant now, BiConsumer<String, FleetCounts> taker) {
        heardOf.forEach((fleet, sum) -> {
            if (sum.hasChanged()) {
                taker.accept(fleet, sum.take(partition, newest, now));
            }
            if (sum.isGone()) {
                fleets.remove(fleet);
            }
        });
        heardOf.clear();
    }
}

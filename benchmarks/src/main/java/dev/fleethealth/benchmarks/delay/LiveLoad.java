package dev.fleethealth.benchmarks.delay;

import dev.fleethealth.benchmarks.workload.Devices;
import dev.fleethealth.benchmarks.workload.EndReason;
import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Ordinary life of many devices, and troubles in between: fleets of 100 devices of which 30 lose their connections and come
 * back at once, and devices that are taken over again and again. No fleet and no device is in trouble twice. Not
 * thread-safe.
 */
final class LiveLoad {
    private static final long SEED = 4_117;
    private static final int DEVICES_IN_A_FLEET = 100;
    private static final int DEVICES_IN_A_STORM = 30;
    private static final int STORM_THRESHOLD = 20;
    private static final int DEVICES_IN_A_LOOP_FLEET = 10;
    private static final int LOOP_THRESHOLD = 4;

    private final int troubles;
    private final Devices ordinary;
    private final Devices storms;
    private final Devices loops;
    private final RandomGenerator random = new SplittableRandom(SEED);
    private final Deque<Function<Instant, ConnectionEvent>> pending = new ArrayDeque<>();
    private final Map<String, Instant> crossings = new HashMap<>();
    private long number;
    private int begun;

    /** @param troubles how many there will be of each kind */
    LiveLoad(int devices, int fleets, int troubles) {
        this.troubles = troubles;
        this.ordinary = new Devices("ordinary", devices, fleets);
        this.storms = new Devices("storm", troubles * DEVICES_IN_A_FLEET, troubles);
        this.loops = new Devices("loop", troubles, Math.max(1, troubles / DEVICES_IN_A_LOOP_FLEET));
        for (int device = 0; device < troubles * DEVICES_IN_A_FLEET; device++) {
            plan(storms, device);
        }
        for (int device = 0; device < troubles; device++) {
            plan(loops, device);
        }
    }

    private void plan(Devices devices, int device) {
        pending.add(at -> devices.connect(device, number, at));
    }

    /** Whether all devices that will be in trouble are connected by now. */
    boolean isPrepared() {
        return begun > 0 || pending.isEmpty();
    }

    boolean hasMoreTroubles() {
        return begun < troubles;
    }

    /** The next trouble of each kind begins; its events come between the others. */
    void beginTrouble() {
        int fleet = begun;
        for (int i = 0; i < DEVICES_IN_A_STORM; i++) {
            int device = fleet + i * troubles;
            pending.add(at -> storms.disconnect(device, number, at, EndReason.LOST));
        }
        for (int i = 0; i < DEVICES_IN_A_STORM; i++) {
            int device = fleet + i * troubles;
            boolean crosses = i == STORM_THRESHOLD - 1;
            pending.add(at -> crossing(
                    crosses, "reconnection-storm/FLEET/" + storms.fleetOf(device), storms.connect(device, number, at)));
        }
        String loop = "takeover-loop/DEVICE/" + loops.fleetOf(begun) + "/" + Devices.clientIdOf(begun);
        int device = begun;
        for (int i = 1; i <= LOOP_THRESHOLD; i++) {
            boolean crosses = i == LOOP_THRESHOLD;
            pending.add(at -> crossing(crosses, loop, loops.disconnect(device, number, at, EndReason.REPLACED)));
            pending.add(at -> loops.connect(device, number, at));
        }
        begun++;
    }

    private ConnectionEvent crossing(boolean crosses, String dedupKey, ConnectionEvent event) {
        if (crosses) {
            crossings.put(dedupKey, event.getOccurredAt());
        }
        return event;
    }

    /** The next event, which happens at that time. */
    ConnectionEvent next(Instant at) {
        number++;
        boolean isTroubled = !pending.isEmpty() && (begun == 0 || random.nextBoolean());
        if (isTroubled) {
            return pending.remove().apply(at);
        }
        int device = random.nextInt(ordinary.count());
        return ordinary.isOnline(device)
                ? ordinary.disconnect(device, number, at, EndReason.GOODBYE)
                : ordinary.connect(device, number, at);
    }

    /** When the events happened that must open alerts, by the alerts' dedup keys. */
    Map<String, Instant> crossings() {
        return Map.copyOf(crossings);
    }
}

package dev.fleethealth.benchmarks.workload;

import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The events of a workload in the order in which they happen. Not thread-safe. */
public final class EventStream implements Iterator<ConnectionEvent> {
    private static final long SEED = 4_117;

    private final Workload workload;
    private final Devices devices;
    private final Storm storm;
    private final RandomGenerator random = new SplittableRandom(SEED);
    private int made;

    public EventStream(Workload workload) {
        this.workload = workload;
        this.devices = new Devices(workload.devices(), workload.fleets());
        this.storm = new Storm(devices, workload.fleets());
    }

    @Override
    public boolean hasNext() {
        return made < workload.events();
    }

    @Override
    public ConnectionEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Instant at = workload.timeOf(made);
        int number = made++;
        boolean stormy = random.nextDouble() < workload.stormShare();
        int device = stormy ? storm.next() : random.nextInt(devices.count());
        return devices.isOnline(device)
                ? devices.disconnect(device, number, at, stormy ? EndReason.LOST : EndReason.any(random))
                : devices.connect(device, number, at);
    }
}

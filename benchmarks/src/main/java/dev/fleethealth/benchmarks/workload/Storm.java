package dev.fleethealth.benchmarks.workload;

/**
 * The fleets lose their network one after the other: all devices of a fleet that are online go, then all that are offline
 * come back. Not thread-safe.
 */
final class Storm {
    private final Devices devices;
    private final int fleets;
    private int fleet;
    private int device;
    private boolean comingBack;

    Storm(Devices devices, int fleets) {
        this.devices = devices;
        this.fleets = fleets;
    }

    /** The next device that the storm is for: one that is online goes, one that is offline comes back. */
    int next() {
        while (devices.isOnline(device) == comingBack) {
            advance();
        }
        int hit = device;
        advance();
        return hit;
    }

    private void advance() {
        device += fleets;
        if (device >= devices.count()) {
            fleet = comingBack ? (fleet + 1) % fleets : fleet;
            comingBack = !comingBack;
            device = fleet;
        }
    }
}

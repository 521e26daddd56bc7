package dev.fleethealth.benchmarks.day;

/** The specification's thresholds of fleet detectors, in distinct devices. */
public record Thresholds(int population, int online) {

    public int storm() {
        return Math.max(20, share(0.10, population));
    }

    public int expiry() {
        return Math.max(10, share(0.05, population));
    }

    /** Of keepalive timeouts and of refused credentials. */
    public int surge() {
        return Math.max(20, share(0.05, population));
    }

    public int massDisconnect() {
        return Math.max(20, share(0.20, online));
    }

    /** Half of the population. */
    public int critical() {
        return share(0.50, population);
    }

    private static int share(double share, int of) {
        return (int) Math.ceil(share * of - 1e-9);
    }
}

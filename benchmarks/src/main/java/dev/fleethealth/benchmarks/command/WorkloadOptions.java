package dev.fleethealth.benchmarks.command;

import dev.fleethealth.benchmarks.workload.Workload;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Option;

/** What the events are like. */
final class WorkloadOptions {
    @Option(names = "--devices", defaultValue = "1000000", description = "Devices (${DEFAULT-VALUE}).")
    private int devices;

    @Option(names = "--fleets", defaultValue = "50", description = "Fleets (${DEFAULT-VALUE}).")
    private int fleets;

    @Option(
            names = "--rate",
            paramLabel = "EVENTS",
            defaultValue = "20000",
            description = "Events a second, by their own time (${DEFAULT-VALUE}).")
    private int eventsPerSecond;

    @Option(
            names = "--storm-share",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "Share of the events that are storms, 0 to 1 (${DEFAULT-VALUE}).")
    private double stormShare;

    /** Events that happened up to now. */
    Workload of(int events) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Workload(devices, fleets, events, eventsPerSecond, stormShare, now);
    }
}

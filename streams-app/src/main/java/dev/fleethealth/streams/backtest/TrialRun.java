package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.ConnectionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** One trial while it runs: a topology, its clock and its directory. */
final class TrialRun implements AutoCloseable {
    private static final Duration AFTER_THE_LAST = Duration.ofMinutes(30);

    private final RecordedTopology topology;
    private final RecordedTime time;
    private final Path stateDirectory;

    private TrialRun(Trial trial, Instant start, Path stateDirectory) {
        this.topology = new RecordedTopology(trial.detection(), start, stateDirectory, trial.sink());
        this.time = new RecordedTime(start, topology::advance);
        this.stateDirectory = stateDirectory;
    }

    static TrialRun start(Trial trial, Instant start) throws IOException {
        return new TrialRun(trial, start, Files.createTempDirectory("fleet-backtest"));
    }

    void take(ConnectionEvent event) {
        time.goTo(event.getReceivedAt());
        topology.event(event);
    }

    void end() {
        time.pass(AFTER_THE_LAST);
    }

    @Override
    public void close() throws IOException {
        topology.close();
        Files.deleteIfExists(stateDirectory);
    }
}

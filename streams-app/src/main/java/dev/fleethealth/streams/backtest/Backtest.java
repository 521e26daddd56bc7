package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.topology.DetectionSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Runs recorded events through the production topology, as fast as it can. Time follows the receive times of the events
 * and goes on for half an hour after the last, so that what is over is resolved.
 */
public final class Backtest {
    private static final Duration AFTER_THE_LAST = Duration.ofMinutes(30);

    private final DetectionSettings detection;

    public Backtest(DetectionSettings detection) {
        this.detection = detection;
    }

    /**
     * Runs it to the end.
     *
     * @param events canonical events, one on a line, in arrival order
     * @param sink takes the alert transitions in the order of their emission
     * @throws BadEventException when a line is no canonical event
     */
    public void run(BufferedReader events, Consumer<Alert> sink) throws IOException {
        EventReader reader = new EventReader(events);
        ConnectionEvent first = reader.next();
        if (first == null) {
            return;
        }
        Path stateDirectory = Files.createTempDirectory("fleet-backtest");
        try (RecordedTopology topology = new RecordedTopology(detection, first.getReceivedAt(), stateDirectory, sink)) {
            RecordedTime time = new RecordedTime(first.getReceivedAt(), topology::advance);
            for (ConnectionEvent event = first; event != null; event = reader.next()) {
                time.goTo(event.getReceivedAt());
                topology.event(event);
            }
            time.pass(AFTER_THE_LAST);
        } finally {
            Files.deleteIfExists(stateDirectory);
        }
    }
}

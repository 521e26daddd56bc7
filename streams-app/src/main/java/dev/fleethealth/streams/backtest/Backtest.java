package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.topology.DetectionSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs recorded events through the production topology, as fast as it can. Time follows the receive times of the events
 * and goes on for half an hour after the last, so that what is over is resolved.
 */
public final class Backtest {
    private final List<Trial> trials;

    /** @param trials all of them see each event, so that they can be compared over one reading of the input */
    public Backtest(List<Trial> trials) {
        this.trials = List.copyOf(trials);
    }

    /** @param sink takes the alert transitions in the order of their emission */
    public Backtest(DetectionSettings detection, Consumer<Alert> sink) {
        this(List.of(new Trial(detection, sink)));
    }

    /**
     * Runs it to the end.
     *
     * @throws BadEventException when the input is not what it should be
     */
    public void run(EventSource events) throws IOException {
        try (ReadAhead ahead = new ReadAhead(events)) {
            run(ahead);
        }
    }

    private void run(ReadAhead events) throws IOException {
        ConnectionEvent first = events.next();
        if (first == null) {
            return;
        }
        try (Runs runs = new Runs()) {
            runs.start(first.getReceivedAt());
            for (ConnectionEvent event = first; event != null; event = events.next()) {
                runs.take(event);
            }
            runs.end();
        }
    }

    /** One topology for each trial. */
    private final class Runs implements AutoCloseable {
        private final List<TrialRun> started = new ArrayList<>();

        void start(Instant time) throws IOException {
            for (Trial trial : trials) {
                started.add(TrialRun.start(trial, time));
            }
        }

        void take(ConnectionEvent event) {
            for (TrialRun run : started) {
                run.take(event);
            }
        }

        void end() {
            started.forEach(TrialRun::end);
        }

        @Override
        public void close() throws IOException {
            for (TrialRun run : started) {
                run.close();
            }
        }
    }
}

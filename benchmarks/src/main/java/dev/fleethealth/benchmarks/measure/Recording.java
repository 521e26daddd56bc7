package dev.fleethealth.benchmarks.measure;

import dev.fleethealth.benchmarks.workload.EventStream;
import dev.fleethealth.benchmarks.workload.Workload;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.streams.backtest.Backtest;
import dev.fleethealth.streams.backtest.EventFile;
import dev.fleethealth.streams.backtest.EventSource;
import dev.fleethealth.streams.config.ProgramConfiguration;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** A file of canonical events that is put through a backtest with the default settings. All of it is measured. */
public record Recording(Path file, long records) implements Lane {

    /** Writes the events of a workload to a file. */
    public static Recording write(Path file, Workload workload) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Iterator<ConnectionEvent> events = new EventStream(workload); events.hasNext(); ) {
                out.write(CanonicalJson.write(events.next()));
                out.newLine();
            }
        }
        return new Recording(file, workload.events());
    }

    @Override
    public String name() {
        return "backtest";
    }

    @Override
    public Measurement run() throws IOException {
        Moment start = Moment.now();
        try (EventSource events = EventFile.open(file)) {
            new Backtest(ProgramConfiguration.load(Optional.empty()).detection(), alert -> {}).run(events);
        }
        return Moment.now().since(start, records);
    }
}

package dev.fleethealth.streams.chaos;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.backtest.Backtest;
import dev.fleethealth.streams.backtest.EventReader;
import dev.fleethealth.streams.config.ProgramConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the same detection says where nothing ever fails. */
final class Model {
    private Model() {}

    /**
     * What {@code fleet-streams backtest} prints.
     *
     * @param recording canonical events, one on a line, in arrival order
     */
    static List<Alert> of(Optional<Path> configuration, Path recording) throws IOException {
        List<Alert> alerts = new ArrayList<>();
        try (BufferedReader events = Files.newBufferedReader(recording)) {
            new Backtest(ProgramConfiguration.load(configuration).detection(), alerts::add)
                    .run(new EventReader(events));
        }
        return alerts;
    }
}

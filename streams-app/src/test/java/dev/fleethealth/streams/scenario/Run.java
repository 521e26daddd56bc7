package dev.fleethealth.streams.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.streams.backtest.Backtest;
import dev.fleethealth.streams.backtest.EventReader;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.topology.DetectionSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs events as the verb {@code backtest} does. */
final class Run {
    private Run() {}

    static List<Alert> of(List<ConnectionEvent> arriving, @Nullable JsonNode config) {
        String lines = arriving.stream().map(CanonicalJson::write).collect(Collectors.joining("\n"));
        List<Alert> alerts = new ArrayList<>();
        try {
            new Backtest(detection(config), alerts::add)
                    .run(new EventReader(new BufferedReader(new StringReader(lines))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return alerts;
    }

    private static DetectionSettings detection(@Nullable JsonNode config) throws IOException {
        if (config == null) {
            return ProgramConfiguration.load(Optional.empty()).detection();
        }
        Path file = Files.createTempFile("scenario", ".yaml");
        try {
            Files.writeString(file, new YAMLMapper().writeValueAsString(config));
            return ProgramConfiguration.load(Optional.of(file)).detection();
        } finally {
            Files.delete(file);
        }
    }
}

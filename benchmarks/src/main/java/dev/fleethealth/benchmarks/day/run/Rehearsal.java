package dev.fleethealth.benchmarks.day.run;

import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.DialectRegistry;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.translate.Rejects;
import dev.fleethealth.bridge.translate.TranslateSettings;
import dev.fleethealth.bridge.translate.Translator;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.streams.backtest.Backtest;
import dev.fleethealth.streams.backtest.EventFile;
import dev.fleethealth.streams.backtest.EventSource;
import dev.fleethealth.streams.backtest.report.Episode;
import dev.fleethealth.streams.backtest.report.Episodes;
import dev.fleethealth.streams.config.ProgramConfiguration;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code translate} for each dialect, merged by time of receipt, and {@code backtest} with the default configuration. */
public final class Rehearsal {
    private final DayFiles files;
    private final List<FleetDay> fleets;

    public Rehearsal(DayFiles files, List<FleetDay> fleets) {
        this.files = files;
        this.fleets = fleets;
    }

    /** The alerts, in the order in which they opened. */
    public List<Episode> run() throws IOException {
        files.write(fleets);
        BridgeSettings bridge = ConfigurationFile.read(files.bridge(), BridgeSettings.class);
        for (FleetDay fleet : fleets) {
            translate(fleet, bridge);
        }
        merge();
        return backtest();
    }

    private void translate(FleetDay fleet, BridgeSettings bridge) throws IOException {
        String dialect = fleet.plan().dialect().id();
        Translator translator = new Translator(
                DialectRegistry.load().create(dialect, new DialectOptions(Optional.empty())),
                new EventFinisher(TranslateSettings.of(bridge, dialect).source()),
                InstantSource.system());
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(files.raw(fleet)));
                OutputStream events = new BufferedOutputStream(Files.newOutputStream(files.events(fleet)));
                Rejects rejects = new Rejects(Files.newOutputStream(files.rejects(fleet)))) {
            translator.translate(raw, events, rejects);
        }
    }

    private void merge() throws IOException {
        record Line(Instant receivedAt, String text) {}
        List<Line> lines = new ArrayList<>();
        for (FleetDay fleet : fleets) {
            for (String text : Files.readAllLines(files.events(fleet))) {
                lines.add(
                        new Line(CanonicalJson.read(text, ConnectionEvent.class).getReceivedAt(), text));
            }
        }
        lines.sort(Comparator.comparing(Line::receivedAt));
        Files.write(files.merged(), (Iterable<String>) lines.stream().map(Line::text)::iterator);
    }

    private List<Episode> backtest() throws IOException {
        Episodes found = new Episodes();
        try (EventSource events = EventFile.open(files.merged());
                BufferedWriter out = Files.newBufferedWriter(files.alerts())) {
            Consumer<Alert> sink = alert -> {
                found.accept(alert);
                write(out, alert);
            };
            new Backtest(ProgramConfiguration.load(Optional.empty()).detection(), sink).run(events);
        }
        return found.list();
    }

    private static void write(BufferedWriter out, Alert alert) {
        try {
            out.write(CanonicalJson.write(alert));
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

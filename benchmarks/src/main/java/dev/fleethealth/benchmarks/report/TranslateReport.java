package dev.fleethealth.benchmarks.report;

import dev.fleethealth.benchmarks.bridge.Translation;
import dev.fleethealth.benchmarks.measure.Measurement;
import dev.fleethealth.benchmarks.measure.Rounds;
import java.util.List;

/** How many messages of each dialect a core translates. */
public record TranslateReport(Rounds rounds, List<Translation> dialects) {
    private static final double MICROS_IN_A_SECOND = 1e6;

    public String toMarkdown() {
        Table table = new Table("dialect", "messages/s per core", "µs per message");
        for (Translation dialect : dialects) {
            table.row(
                    dialect.name(),
                    Figures.text(
                            "%,.0f", rounds.spread(dialect, measured -> MICROS_IN_A_SECOND / measured.threadMicros())),
                    Figures.text("%.2f", rounds.spread(dialect, Measurement::threadMicros)));
        }
        return "%s. One thread, by its CPU time.%n%n%s".formatted(Machine.inWords(), table);
    }
}

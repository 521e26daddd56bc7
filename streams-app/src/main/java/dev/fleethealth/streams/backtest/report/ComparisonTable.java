package dev.fleethealth.streams.backtest.report;

import dev.fleethealth.streams.backtest.report.Difference.Kind;
import java.util.ArrayList;
import java.util.List;

/** A comparison for a person: one line for each episode that is seen differently, and a summary. */
public final class ComparisonTable {
    private ComparisonTable() {}

    public static List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        if (!comparison.differences().isEmpty()) {
            TextTable table = new TextTable("CHANGE", "OPENED (UTC)", "SEVERITY", "DETECTOR", "ABOUT", "WHAT");
            comparison.differences().forEach(difference -> row(table, difference));
            lines.addAll(table.lines());
        }
        lines.add("%d added, %d lost, %d moved, %d the same."
                .formatted(
                        comparison.count(Kind.ADDED),
                        comparison.count(Kind.LOST),
                        comparison.count(Kind.MOVED),
                        comparison.same()));
        return lines;
    }

    private static void row(TextTable table, Difference difference) {
        Episode episode = difference.episode();
        table.row(
                difference.kind().name(),
                Words.time(episode.openedAt()),
                episode.severity().name(),
                episode.detector(),
                Words.about(episode),
                difference.kind() == Kind.MOVED
                        ? String.join(", ", difference.moves())
                        : episode.cause() + ": " + episode.summary());
    }
}

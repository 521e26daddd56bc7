package dev.fleethealth.streams.backtest.report;

import java.util.List;

/** Alerts for a person: one line an episode. */
public final class EpisodeTable {
    private EpisodeTable() {}

    public static List<String> lines(List<Episode> episodes) {
        if (episodes.isEmpty()) {
            return List.of("No alerts.");
        }
        TextTable table = new TextTable("OPENED (UTC)", "LASTED", "SEVERITY", "DETECTOR", "ABOUT", "CAUSE", "SUMMARY");
        for (Episode episode : episodes) {
            table.row(
                    Words.time(episode.openedAt()),
                    episode.lasted().map(Words::duration).orElse("still open"),
                    episode.severity().name(),
                    episode.detector(),
                    Words.about(episode),
                    episode.cause(),
                    episode.summary());
        }
        return table.lines();
    }
}

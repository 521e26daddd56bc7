package dev.fleethealth.benchmarks.report;

import dev.fleethealth.benchmarks.query.QueryRun;

/** How long questions take. */
public record QueryReport(QueryRun run, QueryRun.Outcome outcome) {
    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.99;

    public String toMarkdown() {
        return "%s. %,.0f events/s of %,d devices, %.0f events in the mean timeline, %,d records behind at the end.%n%n%s"
                .formatted(
                        Machine.inWords(),
                        outcome.eventsPerSecond(),
                        run.devices(),
                        outcome.events(),
                        outcome.behind(),
                        new Table("question", "asked", "p50 ms", "p99 ms", "most ms")
                                .row(
                                        "timeline of a device",
                                        Figures.text("%,.0f", outcome.micros().size()),
                                        Figures.text("%.2f", outcome.millis(MEDIAN)),
                                        Figures.text("%.2f", outcome.millis(NEARLY_ALL)),
                                        Figures.text("%.2f", outcome.millis(1))));
    }
}

package dev.fleethealth.benchmarks.report;

import dev.fleethealth.benchmarks.delay.DelayRun;
import dev.fleethealth.benchmarks.delay.Delays;
import java.util.Locale;

/** How late alerts are. */
public record DelayReport(DelayRun run, DelayRun.Outcome outcome) {
    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.99;

    public String toMarkdown() {
        return "%s. %,.0f events/s of %,d devices, %s, state in %s.%n%n%s"
                .formatted(
                        Machine.inWords(),
                        outcome.eventsPerSecond(),
                        run.devices(),
                        run.guarantee().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        run.store().name().toLowerCase(Locale.ROOT),
                        table());
    }

    private Table table() {
        Table table = new Table("alert", "expected", "came", "p50 ms", "p99 ms", "most ms");
        outcome.delays().stream().filter(delays -> !delays.sorted().isEmpty()).forEach(delays -> addTo(table, delays));
        return table;
    }

    private static void addTo(Table table, Delays delays) {
        table.row(
                delays.detector(),
                Figures.text("%,.0f", delays.expected()),
                Figures.text("%,.0f", delays.sorted().size()),
                Figures.text("%,.0f", delays.percentile(MEDIAN)),
                Figures.text("%,.0f", delays.percentile(NEARLY_ALL)),
                Figures.text("%,.0f", delays.percentile(1)));
    }
}

package dev.fleethealth.benchmarks.report;

import dev.fleethealth.benchmarks.measure.Lane;
import dev.fleethealth.benchmarks.measure.Measurement;
import dev.fleethealth.benchmarks.measure.Rounds;
import dev.fleethealth.benchmarks.workload.Workload;

/** How fast a backtest is. */
public record BacktestReport(Workload workload, Rounds rounds, Lane backtest) {

    public String toMarkdown() {
        return "%s. %,d events of %,d devices in %d fleets.%n%n%s"
                .formatted(Machine.inWords(), workload.events(), workload.devices(), workload.fleets(), table());
    }

    private Table table() {
        return new Table("", "events/s", "thread µs", "process µs")
                .row(
                        backtest.name(),
                        Figures.text("%,.0f", rounds.spread(backtest, Measurement::recordsPerSecond)),
                        Figures.text("%.2f", rounds.spread(backtest, Measurement::threadMicros)),
                        Figures.text("%.2f", rounds.spread(backtest, Measurement::processMicros)));
    }
}

package dev.fleethealth.benchmarks.report;

import dev.fleethealth.benchmarks.measure.Changelog;
import dev.fleethealth.benchmarks.measure.Detection;
import dev.fleethealth.benchmarks.measure.Lane;
import dev.fleethealth.benchmarks.measure.Measurement;
import dev.fleethealth.benchmarks.measure.Rounds;
import dev.fleethealth.benchmarks.measure.Traffic;
import dev.fleethealth.benchmarks.measure.Volumes;
import dev.fleethealth.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * The lanes side by side.
 *
 * @param consumer L1
 * @param stateless L2
 * @param detections the product, once for each kind of state store
 */
public record StreamsReport(
        Workload workload, Rounds rounds, Lane consumer, Lane stateless, List<Detection> detections) {

    public String toMarkdown() {
        return """
                %s. %,d events of %,d devices in %d fleets, %,d a second in event time, %.0f %% of them in storms.
                Median of the rounds, in brackets the least and the most; µs of CPU per event.

                %s
                %s""".formatted(
                        Machine.inWords(),
                        workload.events(),
                        workload.devices(),
                        workload.fleets(),
                        workload.eventsPerSecond(),
                        100 * workload.stormShare(),
                        costs(),
                        volumes());
    }

    private Table costs() {
        Table table = new Table("", "thread µs", "process µs", "events/s", "thread ÷ L2", "share of L1's rate");
        List<Lane> lanes = new ArrayList<>(List.of(consumer, stateless));
        lanes.addAll(detections);
        lanes.forEach(lane -> table.row(
                lane.name(),
                Figures.text("%.2f", rounds.spread(lane, Measurement::threadMicros)),
                Figures.text("%.2f", rounds.spread(lane, Measurement::processMicros)),
                Figures.text("%,.0f", rounds.spread(lane, Measurement::recordsPerSecond)),
                Figures.text(
                        "%.2f", rounds.spread(lane, stateless, (own, l2) -> own.threadMicros() / l2.threadMicros())),
                Figures.text(
                        "%.3f", rounds.spread(lane, consumer, (own, l1) -> l1.threadMicros() / own.threadMicros()))));
        return table;
    }

    private Table volumes() {
        Table table = new Table(
                "",
                "signals ÷ events",
                "signal bytes ÷ event bytes",
                "bytes per change",
                "bytes per device",
                "on disk");
        detections.forEach(
                detection -> detection.volumes().ifPresent(volumes -> addVolumes(table, detection.name(), volumes)));
        return table;
    }

    private static void addVolumes(Table table, String name, Volumes volumes) {
        Traffic traffic = volumes.traffic();
        Changelog devices = volumes.devices();
        table.row(
                name,
                Figures.text("%.2f %%", 100 * traffic.recordShare()),
                Figures.text("%.2f %%", 100 * traffic.byteShare()),
                Figures.text("%.0f", devices.bytesPerRecord()),
                Figures.text("%.0f", devices.bytesPerKey()),
                volumes.bytesOnDisk() == 0
                        ? "–"
                        : Figures.text("%.0f", (double) volumes.bytesOnDisk() / devices.keys()));
    }
}

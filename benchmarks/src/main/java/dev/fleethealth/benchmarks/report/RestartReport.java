package dev.fleethealth.benchmarks.report;

import dev.fleethealth.benchmarks.measure.Restart;
import dev.fleethealth.benchmarks.workload.Workload;
import dev.fleethealth.streams.topology.StateStoreKind;
import java.time.Duration;
import java.util.List;

/** How soon the program works again. */
public record RestartReport(Workload before, List<Restart> restarts) {
    private static final double MILLIS_IN_A_SECOND = 1e3;

    public String toMarkdown() {
        return "%s. After %,d events of %,d devices.%n%n%s"
                .formatted(Machine.inWords(), before.events(), before.devices(), table());
    }

    private Table table() {
        Table table = new Table(
                "state in",
                "to RUNNING, s",
                "to RUNNING without its disk, s",
                "changelog records",
                "records/s restored");
        restarts.forEach(restart -> table.row(
                restart.store() == StateStoreKind.ROCKSDB ? "RocksDB" : "memory",
                seconds(restart.clean()),
                seconds(restart.withoutDisk()),
                Figures.text("%,.0f", restart.changelogRecords()),
                Figures.text("%,.0f", restart.recordsPerSecond())));
        return table;
    }

    private static String seconds(Duration duration) {
        return Figures.text("%.2f", duration.toMillis() / MILLIS_IN_A_SECOND);
    }
}

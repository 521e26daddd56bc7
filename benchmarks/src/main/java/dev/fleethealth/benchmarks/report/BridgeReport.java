package dev.fleethealth.benchmarks.report;

import dev.fleethealth.benchmarks.bridge.BridgeToKafka;
import dev.fleethealth.benchmarks.measure.Lane;
import dev.fleethealth.benchmarks.measure.Measurement;
import dev.fleethealth.benchmarks.measure.Rounds;
import dev.fleethealth.benchmarks.measure.Spread;
import java.util.List;

/**
 * How much of the MQTT client's own rate the bridge keeps.
 *
 * @param lanes L3, and what is compared with it
 */
public record BridgeReport(
        String broker, int messages, int roundsRun, Rounds rounds, List<Lane> lanes, BridgeToKafka bridge) {
    private static final double MESSAGES_OF_A_CPU_FIGURE = 10_000;
    private static final double MICROS_IN_A_SECOND = 1e6;
    private static final double MILLIS_IN_A_SECOND = 1e3;

    public String toMarkdown() {
        return "%s. %,d messages of QoS 1 from %s.%n%n%s".formatted(Machine.inWords(), messages, broker, table());
    }

    private Table table() {
        Table table = new Table(
                "", "messages/s", "share of L3's rate", "CPU s per 10,000 messages", "p99 ms to acknowledged");
        lanes.forEach(lane -> row(table, lane, lane == bridge ? slowest() : "–"));
        return table;
    }

    private String slowest() {
        Spread seconds = Spread.of(bridge.slowestSeconds(roundsRun));
        return "≤ "
                + Figures.text(
                        "%.0f",
                        new Spread(
                                seconds.least() * MILLIS_IN_A_SECOND,
                                seconds.median() * MILLIS_IN_A_SECOND,
                                seconds.most() * MILLIS_IN_A_SECOND));
    }

    private void row(Table table, Lane lane, String slowest) {
        table.row(
                lane.name(),
                Figures.text("%,.0f", rounds.spread(lane, Measurement::recordsPerSecond)),
                Figures.text("%.2f", rounds.spread(lane, lanes.get(0), BridgeReport::rates)),
                Figures.text("%.3f", rounds.spread(lane, BridgeReport::cpuSeconds)),
                slowest);
    }

    private static double rates(Measurement one, Measurement other) {
        return one.recordsPerSecond() / other.recordsPerSecond();
    }

    private static double cpuSeconds(Measurement measured) {
        return measured.processMicros() * MESSAGES_OF_A_CPU_FIGURE / MICROS_IN_A_SECOND;
    }
}

package dev.fleethealth.testkit.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All series of one name, as a scrape shows them.
 *
 * @param type as Prometheus has it: {@code counter}, {@code gauge}, {@code histogram}
 * @param help empty when there is none
 * @param labels names, sorted, without {@code le}
 */
public record MetricFamily(String name, String type, String help, Set<String> labels) {
    private static final Pattern TIME = Pattern.compile("latency|delay|oldest|uptime|publish|start_time");
    private static final Pattern SIZE = Pattern.compile("memory|file_behind");

    public MetricFamily {
        labels = Set.copyOf(labels);
    }

    /** What Prometheus' naming conventions have against it, a line each. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (help.isBlank()) {
            faults.add(name + " has no description");
        }
        if (type.equals("counter") != name.endsWith("_total")) {
            faults.add(name + " is a " + type + ": counters, and only they, end in _total");
        }
        mustEnd(
                faults,
                "_seconds",
                type.equals("histogram") || TIME.matcher(name).find());
        mustEnd(faults, "_bytes", SIZE.matcher(name).find());
        return faults;
    }

    private void mustEnd(List<String> faults, String unit, boolean must) {
        boolean does = name.endsWith(unit) || name.endsWith(unit + "_max");
        if (must && !does) {
            faults.add(name + " is to end in the base unit " + unit);
        }
    }
}

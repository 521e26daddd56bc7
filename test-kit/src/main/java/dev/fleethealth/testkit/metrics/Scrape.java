package dev.fleethealth.testkit.metrics;

import dev.fleethealth.testkit.process.InstalledProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /metrics} answers, in Prometheus' text format. */
public record Scrape(String text) {
    private static final String PROMTOOL = "promtool";
    private static final Pattern LABEL = Pattern.compile("[{,]([a-zA-Z_]\\w*)=\"");

    /** All families, by name. */
    public List<MetricFamily> families() {
        Map<String, String> helps = comments("# HELP ");
        List<MetricFamily> families = new ArrayList<>();
        comments("# TYPE ")
                .forEach((name, type) ->
                        families.add(new MetricFamily(name, type, helps.getOrDefault(name, ""), labels(name))));
        return families;
    }

    /** What {@code promtool check metrics} says; empty when all is well. */
    public String promtool(Path folder) throws IOException, InterruptedException {
        Path input = Files.writeString(folder.resolve("metrics.txt"), text);
        Process process = new ProcessBuilder(PROMTOOL, "check", "metrics")
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Whether {@code promtool} is on this machine. */
    public static boolean promtoolIsInstalled() {
        return InstalledProgram.find(PROMTOOL).isPresent();
    }

    private Map<String, String> comments(String kind) {
        Map<String, String> comments = new LinkedHashMap<>();
        text.lines().filter(line -> line.startsWith(kind)).sorted().forEach(line -> {
            String[] parts = line.substring(kind.length()).split(" ", 2);
            comments.put(parts[0], parts.length == 2 ? parts[1] : "");
        });
        return comments;
    }

    private Set<String> labels(String name) {
        Pattern sample = Pattern.compile(Pattern.quote(name) + "(_bucket|_count|_sum)?[{ ].*");
        Set<String> labels = new TreeSet<>();
        text.lines().filter(line -> sample.matcher(line).matches()).forEach(line -> {
            Matcher label = LABEL.matcher(line);
            while (label.find()) {
                labels.add(label.group(1));
            }
        });
        labels.remove("le");
        return labels;
    }
}

package dev.fleethealth.demo.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the queries of Grafana dashboards. */
public final class Dashboards {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What Grafana would put there for a fine-grained scrape, see {@code demo/prometheus.yaml}. */
    private static final String RATE_INTERVAL = "15s";

    private static final String EVERYTHING = ".+";

    /** Always has an answer, so it would hide that there is no data. */
    private static final String FALLBACK = " or vector(0)";

    private Dashboards() {}

    /** The queries of all panels and annotations of all dashboards in the folder. */
    public static List<PanelQuery> queries(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<PanelQuery> queries = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                queries.addAll(queries(MAPPER.readTree(file.toFile())));
            }
            return queries;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the dashboards in " + folder, e);
        }
    }

    static List<PanelQuery> queries(JsonNode dashboard) {
        List<PanelQuery> queries = new ArrayList<>();
        String title = dashboard.path("title").asText();
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                queries.add(query(dashboard, title + " / " + panel.path("title").asText(), target));
            }
        }
        for (JsonNode annotation : dashboard.path("annotations").path("list")) {
            if (annotation.has("expr")) {
                queries.add(query(
                        dashboard,
                        title + " / annotation " + annotation.path("name").asText(),
                        annotation));
            }
        }
        return queries;
    }

    private static PanelQuery query(JsonNode dashboard, String place, JsonNode target) {
        String expression = target.path("expr").asText().replace("$__rate_interval", RATE_INTERVAL);
        for (JsonNode variable : dashboard.path("templating").path("list")) {
            expression = expression.replace("$" + variable.path("name").asText(), EVERYTHING);
        }
        return new PanelQuery(place, expression.replace(FALLBACK, ""));
    }
}

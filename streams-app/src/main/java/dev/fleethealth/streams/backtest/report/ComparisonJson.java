package dev.fleethealth.streams.backtest.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fleethealth.streams.backtest.report.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison for a program: one JSON object for each episode that is seen differently, and a last one that counts. */
public final class ComparisonJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ComparisonJson() {}

    public static List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        comparison.differences().forEach(difference -> lines.add(json(difference)));
        ObjectNode counts = MAPPER.createObjectNode();
        for (Kind kind : Kind.values()) {
            counts.put(kind.name().toLowerCase(Locale.ROOT), comparison.count(kind));
        }
        lines.add(counts.put("same", comparison.same()).toString());
        return lines;
    }

    private static String json(Difference difference) {
        ObjectNode line = MAPPER.createObjectNode()
                .put("change", difference.kind().name())
                .put("dedupKey", difference.episode().dedupKey());
        difference.first().ifPresent(episode -> line.set("first", json(episode)));
        difference.other().ifPresent(episode -> line.set("other", json(episode)));
        return line.toString();
    }

    private static ObjectNode json(Episode episode) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("openedAt", episode.openedAt().toEpochMilli())
                .put("severity", episode.severity().name())
                .put("probableCause", episode.cause())
                .put("summary", episode.summary());
        episode.resolvedAt().ifPresent(resolved -> json.put("resolvedAt", resolved.toEpochMilli()));
        return json;
    }
}

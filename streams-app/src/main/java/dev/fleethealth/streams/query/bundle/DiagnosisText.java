package dev.fleethealth.streams.query.bundle;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.service.config.DurationText;
import dev.fleethealth.streams.query.Diagnosis;
import dev.fleethealth.streams.query.Diagnosis.Backoff;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A diagnosis for people. */
final class DiagnosisText {
    private DiagnosisText() {}

    static String of(BundleContent content) {
        Diagnosis it = content.diagnosis();
        StringBuilder text = new StringBuilder();
        line(text, "Device", it.device());
        line(text, "Fleet", it.fleet());
        line(text, "Time of the trouble", it.at() + " (UTC)");
        line(text, "State then", word(it.state()));
        line(text, "Verdict", it.verdict());
        line(text, "Cause", it.cause() + ", " + word(it.kind()));
        list(text, "Evidence", it.evidence());
        line(text, "Advice", it.advice());
        Backoff backoff = it.backoff();
        if (backoff != null) {
            line(
                    text,
                    "Backoff",
                    backoff.pattern() + ", pauses "
                            + backoff.pauses().stream()
                                    .map(DurationText::format)
                                    .collect(Collectors.joining(", ")));
            line(text, "Recommended", backoff.recommended());
        }
        if (it.delivery() != null) {
            line(
                    text,
                    "Messages",
                    word(it.delivery().finding()) + ": " + it.delivery().advice());
        }
        list(text, "What the broker said", codes(content.timeline().events()));
        list(
                text,
                "Alerts open then",
                it.alerts().stream().map(Alert::getSummary).toList());
        return text.toString();
    }

    /** Each reason and code with how often it came, most often first. */
    private static List<String> codes(List<ConnectionEvent> events) {
        Map<String, Integer> counts = new TreeMap<>();
        for (ConnectionEvent event : events) {
            if (event.getRawReason() != null || event.getRawReasonCode() != null) {
                String code = event.getRawReasonCode() == null ? "" : "code " + event.getRawReasonCode() + " ";
                String reason = event.getRawReason() == null ? "" : event.getRawReason();
                counts.merge((code + reason).strip(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-20s %s\n".formatted(name + ":", value));
    }

    private static void list(StringBuilder text, String name, List<String> values) {
        text.append(name).append(":\n");
        values.forEach(value -> text.append("  - ").append(value).append('\n'));
    }
}

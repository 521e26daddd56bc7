package dev.fleethealth.streams.query.http;

import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.service.management.HealthReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Whether answers can be expected now. */
final class Readiness {
    private Readiness() {}

    static Reply of(List<HealthCheck> checks) {
        List<String> problems = HealthReport.problems(checks);
        String text = problems.isEmpty() ? "ok" : String.join("\n", problems);
        return new Reply.Whole(
                problems.isEmpty() ? 200 : 503,
                "text/plain; charset=utf-8",
                Map.of("Cache-Control", "no-store"),
                (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

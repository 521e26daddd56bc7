package dev.fleethealth.service.management;

import java.util.List;
import java.util.stream.Collectors;

/** The answer to "is it well?": 200, or 503 with one problem a line. */
final class HealthReport {
    private HealthReport() {}

    static Answer of(List<HealthCheck> checks) {
        String problems = checks.stream()
                .flatMap(check -> check.problem().map(problem -> check.name() + ": " + problem).stream())
                .collect(Collectors.joining("\n"));
        return problems.isEmpty() ? Answer.plain(200, "ok") : Answer.plain(503, problems);
    }
}

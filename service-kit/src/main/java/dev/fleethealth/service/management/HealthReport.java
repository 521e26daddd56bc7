package dev.fleethealth.service.management;

import java.util.List;

/** The answer to "is it well?": 200, or 503 with one problem a line. */
public final class HealthReport {
    private HealthReport() {}

    /** What is wrong, each with the name of its check; empty when all is well. */
    public static List<String> problems(List<HealthCheck> checks) {
        return checks.stream()
                .flatMap(check -> check.problem().map(problem -> check.name() + ": " + problem).stream())
                .toList();
    }

    static Answer of(List<HealthCheck> checks) {
        List<String> problems = problems(checks);
        return problems.isEmpty() ? Answer.plain(200, "ok") : Answer.plain(503, String.join("\n", problems));
    }
}

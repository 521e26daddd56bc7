package dev.fleethealth.demo.watch;

import dev.fleethealth.demo.Console;
import dev.fleethealth.demo.Console.Style;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Severity;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows each alert as it opens, gets worse and resolves. */
public final class AlertPrinter {
    private static final String INDENT = " ".repeat(7);

    private final Console console;
    private final Map<String, Severity> severities = new HashMap<>();

    public AlertPrinter(Console console) {
        this.console = console;
    }

    /** Updates that only repeat the numbers are not shown. */
    public void print(Alert alert) {
        Severity before = severities.put(alert.getEpisodeId(), alert.getSeverity());
        switch (alert.getState()) {
            case OPEN -> opened(alert);
            case RESOLVED -> resolved(alert);
            case UPDATED -> {
                if (alert.getSeverity() != before) {
                    worsened(alert);
                }
            }
        }
    }

    private void opened(Alert alert) {
        console.say(
                Style.BAD, "ALERT    %s, %s: %s".formatted(alert.getSeverity(), alert.getDetector(), subject(alert)));
        detail(alert.getSummary());
        detail("Cause:    " + alert.getProbableCause());
        detail("Evidence: " + evidence(alert));
        detail("Advice:   " + alert.getAdvice());
    }

    private void worsened(Alert alert) {
        console.say(
                Style.BAD,
                "WORSE    %s now, %s: %s".formatted(alert.getSeverity(), alert.getDetector(), subject(alert)));
        detail(alert.getSummary());
    }

    private void resolved(Alert alert) {
        Duration open = Duration.between(alert.getOpenedAt(), alert.getUpdatedAt());
        console.say(
                Style.GOOD,
                "RESOLVED %s: %s, open for %d s".formatted(alert.getDetector(), subject(alert), open.toSeconds()));
    }

    private void detail(String text) {
        console.print(Style.PLAIN, INDENT + text);
    }

    private static String evidence(Alert alert) {
        return new TreeMap<>(alert.getEvidence())
                .entrySet().stream()
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static String subject(Alert alert) {
        return alert.getClientId() == null ? "fleet " + alert.getFleet() : "device " + alert.getClientId();
    }
}

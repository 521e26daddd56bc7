package dev.fleethealth.demo.watch;

import dev.fleethealth.demo.Console;
import dev.fleethealth.demo.Console.Style;
import dev.fleethealth.schemas.Alert;
import java.time.Duration;

/** Shows each alert as it opens and resolves. */
public final class AlertPrinter {
    private static final String INDENT = " ".repeat(7);

    private final Console console;

    public AlertPrinter(Console console) {
        this.console = console;
    }

    /** Updates are not shown: they repeat the numbers. */
    public void print(Alert alert) {
        switch (alert.getState()) {
            case OPEN -> opened(alert);
            case RESOLVED -> resolved(alert);
            case UPDATED -> {}
        }
    }

    private void opened(Alert alert) {
        console.say(
                Style.BAD, "ALERT    %s, %s: %s".formatted(alert.getSeverity(), alert.getDetector(), subject(alert)));
        console.print(Style.PLAIN, INDENT + alert.getSummary());
        console.print(Style.PLAIN, INDENT + "Cause:  " + alert.getProbableCause() + " " + alert.getEvidence());
        console.print(Style.PLAIN, INDENT + "Advice: " + alert.getAdvice());
    }

    private void resolved(Alert alert) {
        Duration open = Duration.between(alert.getOpenedAt(), alert.getUpdatedAt());
        console.say(
                Style.GOOD,
                "RESOLVED %s: %s, open for %d s".formatted(alert.getDetector(), subject(alert), open.toSeconds()));
    }

    private static String subject(Alert alert) {
        return alert.getClientId() == null ? "fleet " + alert.getFleet() : "device " + alert.getClientId();
    }
}

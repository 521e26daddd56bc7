package dev.fleethealth.streams.delivery.http;

import dev.fleethealth.schemas.Alert;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Links that an alert is shown with; in the templates {@code {fleet}}, {@code {detector}} and {@code {dedupKey}} are replaced.
 */
public record Links(Optional<String> dashboardTemplate, Optional<String> runbookTemplate) {

    private static final int LONGEST = 256;

    public Optional<String> dashboard(Alert alert) {
        return dashboardTemplate.map(template -> fill(template, alert));
    }

    public Optional<String> runbook(Alert alert) {
        return runbookTemplate.map(template -> fill(template, alert));
    }

    private static String fill(String template, Alert alert) {
        return template.replace("{fleet}", encoded(alert.getFleet()))
                .replace("{detector}", encoded(alert.getDetector()))
                .replace("{dedupKey}", encoded(alert.getDedupKey()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(ShortText.of(text, LONGEST), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}

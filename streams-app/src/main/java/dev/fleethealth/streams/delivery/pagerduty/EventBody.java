package dev.fleethealth.streams.delivery.pagerduty;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.delivery.http.Links;
import dev.fleethealth.streams.delivery.http.ShortText;
import java.util.Objects;

/**
 * Bodies of the Events API v2, without the routing key. Texts are cut so that no body comes near PagerDuty's 512 KB, even of
 * control characters, which take six bytes each.
 */
final class EventBody {
    private static final String CLIENT = "Fleet Health";
    private static final int LONGEST_SUMMARY = 1024;
    private static final int LONGEST_TEXT = 512;
    private static final int MOST_EVIDENCE = 40;

    private final Links links;

    EventBody(Links links) {
        this.links = links;
    }

    ObjectNode trigger(Alert alert) {
        ObjectNode event = action("trigger", alert);
        event.put("client", CLIENT);
        links.dashboard(alert).ifPresent(url -> event.put("client_url", url));
        event.set("links", links(alert));
        ObjectNode payload = event.putObject("payload");
        payload.put("summary", ShortText.of(alert.getSummary(), LONGEST_SUMMARY));
        payload.put("source", ShortText.of(source(alert), LONGEST_TEXT));
        payload.put("severity", severity(alert.getSeverity()));
        payload.put("timestamp", alert.getOpenedAt().toString());
        payload.put("component", alert.getProbableCause());
        payload.put("group", ShortText.of(alert.getFleet(), LONGEST_TEXT));
        payload.put("class", alert.getDetector());
        payload.set("custom_details", details(alert));
        return event;
    }

    ObjectNode resolve(Alert alert) {
        return action("resolve", alert);
    }

    /** A change event: it opens no incident. */
    ObjectNode change(Alert alert) {
        ObjectNode event = JsonBody.object();
        event.set("links", links(alert));
        ObjectNode payload = event.putObject("payload");
        payload.put("summary", ShortText.of(alert.getSummary(), LONGEST_SUMMARY));
        payload.put("source", CLIENT);
        payload.put("timestamp", alert.getUpdatedAt().toString());
        payload.set("custom_details", evidence(alert));
        return event;
    }

    private static ObjectNode action(String action, Alert alert) {
        ObjectNode event = JsonBody.object();
        event.put("event_action", action);
        event.put("dedup_key", DedupKey.of(alert.getDedupKey()));
        return event;
    }

    private ArrayNode links(Alert alert) {
        ArrayNode list = JsonBody.object().putArray("links");
        links.dashboard(alert)
                .ifPresent(url -> list.addObject().put("href", url).put("text", "Dashboard"));
        links.runbook(alert).ifPresent(url -> list.addObject().put("href", url).put("text", "Runbook"));
        return list;
    }

    private static String source(Alert alert) {
        if (alert.getScope() == Scope.DEVICE) {
            return Objects.requireNonNullElse(alert.getClientId(), alert.getFleet());
        }
        return alert.getScope() == Scope.NODE
                ? Objects.requireNonNullElse(alert.getNode(), alert.getFleet())
                : alert.getFleet();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case INFO -> "info";
            case WARNING -> "warning";
            case CRITICAL -> "critical";
        };
    }

    private static ObjectNode details(Alert alert) {
        ObjectNode details = JsonBody.object();
        details.put("advice", ShortText.of(alert.getAdvice(), LONGEST_SUMMARY));
        details.put("probableCause", alert.getProbableCause());
        details.put("devices", alert.getDeviceCount());
        ArrayNode samples = details.putArray("sampleDevices");
        alert.getSampleDevices().forEach(device -> samples.add(ShortText.of(device, LONGEST_TEXT)));
        details.put("observed", alert.getObserved());
        details.put("threshold", alert.getThreshold());
        details.set("evidence", evidence(alert));
        details.put("episode", ShortText.of(alert.getEpisodeId(), LONGEST_TEXT));
        details.put("runbook", alert.getRunbook());
        return details;
    }

    private static ObjectNode evidence(Alert alert) {
        ObjectNode facts = JsonBody.object();
        alert.getEvidence().entrySet().stream()
                .limit(MOST_EVIDENCE)
                .forEach(fact -> facts.put(
                        ShortText.of(fact.getKey(), LONGEST_TEXT), ShortText.of(fact.getValue(), LONGEST_TEXT)));
        return facts;
    }
}

package dev.fleethealth.streams.delivery.alertmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.delivery.Action;
import dev.fleethealth.streams.delivery.Notice;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.delivery.http.Links;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as Alertmanager's API v2 takes them. Its labels are an alert's identity, so one of another severity is another alert: the
 * one before is ended along with it.
 */
final class AlertBody {
    private final Map<String, String> labels;
    private final Links links;

    AlertBody(Map<String, String> labels, Links links) {
        this.labels = labels;
        this.links = links;
    }

    ObjectNode of(Notice notice, Instant horizon, Instant now) {
        Alert alert = notice.alert();
        return notice.action() == Action.RESOLVE ? ended(alert, now) : lasting(alert, horizon, now);
    }

    ObjectNode ended(Alert alert, Instant now) {
        Instant end = alert.getResolvedAt() == null ? now : earlier(alert.getResolvedAt(), now);
        return lasting(alert, end, now);
    }

    private ObjectNode lasting(Alert alert, Instant until, Instant now) {
        ObjectNode node = JsonBody.object();
        node.set("labels", labels(alert));
        node.set("annotations", annotations(alert));
        Instant start = earlier(alert.getOpenedAt(), earlier(until, now));
        node.put("startsAt", start.toString());
        node.put("endsAt", until.toString());
        links.dashboard(alert).ifPresent(url -> node.put("generatorURL", url));
        return node;
    }

    private ObjectNode labels(Alert alert) {
        ObjectNode node = JsonBody.object();
        labels.forEach(node::put);
        node.put("alertname", camelCase(alert.getDetector()));
        node.put("detector", alert.getDetector());
        node.put("severity", alert.getSeverity().name().toLowerCase(Locale.ROOT));
        node.put("scope", alert.getScope().name().toLowerCase(Locale.ROOT));
        node.put("fleet", alert.getFleet());
        put(node, "client_id", alert.getClientId());
        put(node, "node", alert.getNode());
        return node;
    }

    private ObjectNode annotations(Alert alert) {
        ObjectNode node = JsonBody.object();
        node.put("summary", alert.getSummary());
        node.put("description", alert.getAdvice());
        node.put("probable_cause", alert.getProbableCause());
        node.put("devices", Long.toString(alert.getDeviceCount()));
        node.put("dedup_key", alert.getDedupKey());
        links.runbook(alert).ifPresent(url -> node.put("runbook_url", url));
        links.dashboard(alert).ifPresent(url -> node.put("dashboard_url", url));
        return node;
    }

    /** An empty label is no label to Alertmanager. */
    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static String camelCase(String id) {
        return Arrays.stream(id.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

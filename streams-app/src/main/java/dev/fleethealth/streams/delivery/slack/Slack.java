package dev.fleethealth.streams.delivery.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.delivery.Action;
import dev.fleethealth.streams.delivery.Call;
import dev.fleethealth.streams.delivery.Notice;
import dev.fleethealth.streams.delivery.http.HttpCall;
import dev.fleethealth.streams.delivery.http.HttpTarget;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.delivery.http.Links;
import dev.fleethealth.streams.delivery.http.ShortText;
import dev.fleethealth.streams.delivery.settings.SlackSettings;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Posts a message when an alert opens, when its severity rises, and when it is over. It uses attachments, not blocks, for that is
 * what the others that take Slack's webhooks know.
 */
public final class Slack implements HttpTarget {
    private static final String LANE = "slack";
    private static final int LONGEST_TEXT = 1_000;

    private final SlackSettings settings;
    private final Links links;

    public Slack(SlackSettings settings, Links links) {
        this.settings = settings;
        this.links = links;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String laneOf(Alert alert) {
        return LANE;
    }

    @Override
    public boolean isWorthTelling(Alert told, Alert newer) {
        return told.getSeverity() != newer.getSeverity();
    }

    @Override
    public boolean hearsOfMaintenance() {
        return true;
    }

    @Override
    public HttpCall render(Call call, Instant now) {
        Notice notice = call.notices().get(0);
        Alert alert = notice.alert();
        ObjectNode message = JsonBody.object();
        message.put("text", headline(notice));
        ObjectNode attachment = message.putArray("attachments").addObject();
        attachment.put("color", notice.action() == Action.RESOLVE ? "good" : color(alert.getSeverity()));
        attachment.put("fallback", plain(alert.getSummary()));
        attachment.put("text", text(notice));
        fields(attachment.putArray("fields"), alert);
        return new HttpCall(URI.create(settings.url().reveal()), HttpCall.JSON, Map.of(), JsonBody.bytes(message));
    }

    private static String headline(Notice notice) {
        Alert alert = notice.alert();
        String state = notice.action() == Action.RESOLVE
                ? "RESOLVED"
                : alert.getSeverity().name();
        return "*" + state + "* " + plain(alert.getDetector()) + ", " + plain(alert.getFleet());
    }

    private String text(Notice notice) {
        Alert alert = notice.alert();
        String advice = notice.action() == Action.RESOLVE ? "" : "\n" + plain(alert.getAdvice());
        return plain(alert.getSummary())
                + advice
                + link(links.dashboard(alert), "Dashboard")
                + link(links.runbook(alert), "Runbook");
    }

    private static void fields(ArrayNode fields, Alert alert) {
        field(fields, "Probable cause", alert.getProbableCause());
        field(fields, "Devices", Long.toString(alert.getDeviceCount()));
    }

    private static void field(ArrayNode fields, String title, String value) {
        fields.addObject().put("title", title).put("value", plain(value)).put("short", true);
    }

    private static String link(Optional<String> url, String words) {
        return url.map(address -> "\n<" + address + "|" + words + ">").orElse("");
    }

    private static String color(Severity severity) {
        return switch (severity) {
            case INFO -> "#439fe0";
            case WARNING -> "warning";
            case CRITICAL -> "danger";
        };
    }

    /** Client ids and fleets are hostile: without this, one could mention a whole channel. */
    private static String plain(String text) {
        return ShortText.of(text, LONGEST_TEXT)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}

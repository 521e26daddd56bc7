package dev.fleethealth.streams.delivery.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.cloudevents.CloudEvent;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.streams.delivery.Call;
import dev.fleethealth.streams.delivery.http.HttpCall;
import dev.fleethealth.streams.delivery.http.HttpTarget;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.delivery.settings.WebhookSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Posts every transition as a CloudEvent in JSON, with the alert as its data. The same transition has the same id, however often it
 * is sent.
 */
public final class Webhook implements HttpTarget {
    private static final String LANE = "webhook";
    private static final String STRUCTURED = "application/cloudevents+json; charset=utf-8";

    private final WebhookSettings settings;

    public Webhook(WebhookSettings settings) {
        this.settings = settings;
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
        return true;
    }

    @Override
    public HttpCall render(Call call, Instant now) {
        Alert alert = call.notices().get(0).alert();
        CloudEvent event = CloudEvent.of(alert);
        byte[] body = JsonBody.bytes(structured(event, alert));
        Map<String, String> headers = new HashMap<>();
        settings.bearerToken().ifPresent(token -> headers.put("Authorization", "Bearer " + token.reveal()));
        settings.secret().ifPresent(secret -> headers.putAll(Signature.headers(secret, event.id(), body, now)));
        return new HttpCall(settings.url(), STRUCTURED, headers, body);
    }

    private static ObjectNode structured(CloudEvent event, Alert alert) {
        ObjectNode node = JsonBody.object();
        node.put("specversion", CloudEvent.SPEC_VERSION);
        node.put("id", event.id());
        node.put("source", event.source());
        node.put("type", event.type());
        node.put("time", event.time().toString());
        node.put("subject", event.subject());
        node.put("datacontenttype", HttpCall.JSON);
        node.set("data", JsonBody.parse(CanonicalJson.write(alert)));
        return node;
    }
}

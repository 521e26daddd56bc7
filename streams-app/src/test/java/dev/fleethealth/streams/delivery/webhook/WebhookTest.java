package dev.fleethealth.streams.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.service.config.ConfigurationTree;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.streams.delivery.Action;
import dev.fleethealth.streams.delivery.Call;
import dev.fleethealth.streams.delivery.Notice;
import dev.fleethealth.streams.delivery.SampleAlerts;
import dev.fleethealth.streams.delivery.http.HttpCall;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.delivery.settings.LimitSettings;
import dev.fleethealth.streams.delivery.settings.WebhookSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Alert STORM = SampleAlerts.open("scooters", NOW);

    @Test
    void shouldPostACloudEventWithTheAlertAsItsData() {
        // When
        HttpCall call = webhook(Optional.of(new Secret("token"))).render(call(STORM), NOW);
        JsonNode event = JsonBody.parse(new String(call.body(), StandardCharsets.UTF_8));
        // Then
        assertThat(call.contentType()).startsWith("application/cloudevents+json");
        assertThat(call.headers()).containsEntry("Authorization", "Bearer token");
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("dev.fleethealth.alert.opened");
        assertThat(event.path("subject").asText()).isEqualTo(STORM.getDedupKey());
        assertThat(CanonicalJson.read(event.path("data").toString(), Alert.class))
                .isEqualTo(STORM);
    }

    /** The example of the Standard Webhooks specification. */
    @Test
    void shouldSignAsTheSpecificationDoes() {
        // Given
        Secret secret = new Secret("whsec_plJ3nmyCDGBKInavdOK15jsl");
        byte[] body = "{\"event_type\":\"ping\",\"data\":{\"success\":true}}".getBytes(StandardCharsets.UTF_8);
        // When
        String signature = Signature.sign(secret, "msg_loFOjxBNrRLzqYUf.1731705121.", body);
        // Then
        assertThat(signature).isEqualTo("rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
    }

    @Test
    void shouldSignEachTryAnewUnderTheSameId() {
        // When
        Map<String, String> first = signed(NOW);
        Map<String, String> second = signed(NOW.plusSeconds(60));
        // Then
        assertThat(first.get("webhook-id")).isEqualTo(second.get("webhook-id"));
        assertThat(first.get("webhook-timestamp")).isEqualTo("1795161600");
        assertThat(first.get("webhook-signature")).isNotEqualTo(second.get("webhook-signature"));
    }

    private static Map<String, String> signed(Instant now) {
        return webhook(Optional.empty()).render(call(STORM), now).headers();
    }

    private static Webhook webhook(Optional<Secret> token) {
        return new Webhook(new WebhookSettings(
                "hook",
                URI.create("https://example.com/alerts"),
                Optional.of(new Secret("shared secret")),
                token,
                ConfigurationTree.defaults(LimitSettings.class)));
    }

    private static Call call(Alert alert) {
        return new Call("webhook", List.of(new Notice(Action.OPEN, alert, Optional.empty())));
    }
}

package dev.fleethealth.streams.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.service.config.ConfigurationTree;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.streams.delivery.Action;
import dev.fleethealth.streams.delivery.Call;
import dev.fleethealth.streams.delivery.Notice;
import dev.fleethealth.streams.delivery.SampleAlerts;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.delivery.http.Links;
import dev.fleethealth.streams.delivery.settings.LimitSettings;
import dev.fleethealth.streams.delivery.settings.SlackSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final Slack slack = new Slack(
            new SlackSettings(
                    "chat",
                    new Secret("https://hooks.example.com/secret"),
                    ConfigurationTree.defaults(LimitSettings.class)),
            new Links(Optional.of("https://grafana.example.com/{fleet}"), Optional.empty()));

    @Test
    void shouldSayWhatIsWrongAndWhereToLook() {
        // When
        JsonNode message = render(Action.OPEN, SampleAlerts.open("scooters", NOW));
        // Then
        assertThat(message.path("text").asText()).isEqualTo("*WARNING* reconnection-storm, scooters");
        assertThat(message.at("/attachments/0/color").asText()).isEqualTo("warning");
        assertThat(message.at("/attachments/0/text").asText())
                .contains("25 of 120 devices")
                .contains("<https://grafana.example.com/scooters|Dashboard>");
    }

    @Test
    void shouldSayThatItIsOver() {
        // When
        JsonNode message = render(Action.RESOLVE, SampleAlerts.resolved(SampleAlerts.open("scooters", NOW), NOW));
        // Then
        assertThat(message.path("text").asText()).startsWith("*RESOLVED*");
        assertThat(message.at("/attachments/0/color").asText()).isEqualTo("good");
    }

    @Test
    void shouldMentionNobodyWhateverAFleetIsCalled() {
        // When
        JsonNode message = render(Action.OPEN, SampleAlerts.open("<!channel> & co", NOW));
        // Then
        assertThat(message.path("text").asText()).contains("&lt;!channel&gt; &amp; co");
        assertThat(message.at("/attachments/0/text").asText()).doesNotContain("<!channel>");
    }

    private JsonNode render(Action action, Alert alert) {
        Call call = new Call("slack", List.of(new Notice(action, alert, Optional.empty())));
        return JsonBody.parse(new String(slack.render(call, NOW).body(), StandardCharsets.UTF_8));
    }
}

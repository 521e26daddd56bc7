package dev.fleethealth.streams.delivery.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.service.config.ConfigurationTree;
import dev.fleethealth.streams.delivery.Action;
import dev.fleethealth.streams.delivery.Call;
import dev.fleethealth.streams.delivery.Notice;
import dev.fleethealth.streams.delivery.SampleAlerts;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.delivery.http.Links;
import dev.fleethealth.streams.delivery.settings.AlertmanagerSettings;
import dev.fleethealth.streams.delivery.settings.LimitSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertmanagerTest {
    private static final Instant OPENED = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant NOW = OPENED.plusSeconds(90);
    private static final Alert STORM = SampleAlerts.open("scooters", OPENED);

    private final Alertmanager alertmanager = new Alertmanager(
            new AlertmanagerSettings(
                    "am",
                    URI.create("http://am:9093/"),
                    Optional.empty(),
                    Duration.ofSeconds(60),
                    Map.of("cluster", "eu"),
                    ConfigurationTree.defaults(LimitSettings.class)),
            new Links(Optional.empty(), Optional.empty()));

    @Test
    void shouldGiveAnOpenAlertAnEndInTheNearFuture() {
        // When
        JsonNode alert =
                render(new Notice(Action.OPEN, STORM, Optional.empty())).get(0);
        // Then
        assertThat(alert.path("startsAt").asText()).isEqualTo(OPENED.toString());
        assertThat(alert.path("endsAt").asText()).isEqualTo(NOW.plusSeconds(240).toString());
        assertThat(alert.at("/labels/alertname").asText()).isEqualTo("ReconnectionStorm");
        assertThat(alert.at("/labels/severity").asText()).isEqualTo("warning");
        assertThat(alert.at("/labels/cluster").asText()).isEqualTo("eu");
        assertThat(alert.at("/labels").has("client_id")).isFalse();
    }

    @Test
    void shouldEndAResolvedAlertNeverInTheFutureAndNeverBeforeItsStart() {
        // Given
        Alert ahead = SampleAlerts.resolved(STORM, NOW.plusSeconds(500));
        Alert behind = SampleAlerts.resolved(STORM, OPENED.minusSeconds(500));
        // When
        JsonNode alerts = render(
                new Notice(Action.RESOLVE, ahead, Optional.empty()),
                new Notice(Action.RESOLVE, behind, Optional.empty()));
        // Then
        assertThat(alerts.get(0).path("endsAt").asText()).isEqualTo(NOW.toString());
        assertThat(Instant.parse(alerts.get(1).path("startsAt").asText()))
                .isBeforeOrEqualTo(Instant.parse(alerts.get(1).path("endsAt").asText()));
    }

    @Test
    void shouldEndTheOneBeforeWhenTheSeverityMakesItAnotherAlert() {
        // Given
        Alert worse = SampleAlerts.updated(STORM, Severity.CRITICAL, NOW);
        // When
        JsonNode alerts = render(new Notice(Action.UPDATE, worse, Optional.of(STORM)));
        // Then
        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0).at("/labels/severity").asText()).isEqualTo("warning");
        assertThat(alerts.get(0).path("endsAt").asText()).isEqualTo(NOW.toString());
        assertThat(alerts.get(1).at("/labels/severity").asText()).isEqualTo("critical");
    }

    private JsonNode render(Notice... notices) {
        byte[] body = alertmanager
                .render(new Call("alertmanager", List.of(notices)), NOW)
                .body();
        return JsonBody.parse(new String(body, StandardCharsets.UTF_8));
    }
}

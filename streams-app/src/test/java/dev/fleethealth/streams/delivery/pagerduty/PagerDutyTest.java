package dev.fleethealth.streams.delivery.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.service.config.ConfigurationTree;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.streams.delivery.Action;
import dev.fleethealth.streams.delivery.Call;
import dev.fleethealth.streams.delivery.Notice;
import dev.fleethealth.streams.delivery.SampleAlerts;
import dev.fleethealth.streams.delivery.http.HttpCall;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.delivery.http.Links;
import dev.fleethealth.streams.delivery.settings.LimitSettings;
import dev.fleethealth.streams.delivery.settings.PagerDutySettings;
import dev.fleethealth.streams.delivery.settings.PagerDutySettings.FleetKey;
import dev.fleethealth.streams.delivery.settings.PagerDutySettings.Region;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerDutyTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Alert STORM = SampleAlerts.open("acme/scooters", NOW);

    private final PagerDuty pagerDuty = new PagerDuty(
            new PagerDutySettings(
                    "oncall",
                    Region.EU,
                    Optional.empty(),
                    new Secret("key-of-all"),
                    List.of(new FleetKey("buses", List.of("*/buses"), new Secret("key-of-buses"))),
                    true,
                    ConfigurationTree.defaults(LimitSettings.class)),
            new Links(
                    Optional.of("https://grafana.example.com/d/fleet?var-fleet={fleet}"),
                    Optional.of("https://wiki.example.com/{detector}")));

    @Test
    void shouldTriggerWithAllThatPagerDutyShows() {
        // When
        HttpCall call = pagerDuty.render(call(Action.OPEN, STORM), NOW);
        JsonNode event = body(call);
        // Then
        assertThat(call.uri()).hasToString("https://events.eu.pagerduty.com/v2/enqueue");
        assertThat(event.path("routing_key").asText()).isEqualTo("key-of-all");
        assertThat(event.path("event_action").asText()).isEqualTo("trigger");
        assertThat(event.path("dedup_key").asText()).isEqualTo(STORM.getDedupKey());
        assertThat(event.at("/payload/summary").asText()).isEqualTo(STORM.getSummary());
        assertThat(event.at("/payload/source").asText()).isEqualTo("acme/scooters");
        assertThat(event.at("/payload/class").asText()).isEqualTo("reconnection-storm");
        assertThat(event.at("/payload/timestamp").asText()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(event.at("/links/0/href").asText())
                .isEqualTo("https://grafana.example.com/d/fleet?var-fleet=acme%2Fscooters");
        assertThat(event.at("/links/1/href").asText()).isEqualTo("https://wiki.example.com/reconnection-storm");
    }

    @ParameterizedTest
    @CsvSource({"INFO, info", "WARNING, warning", "CRITICAL, critical"})
    void shouldMapSeverities(Severity severity, String expected) {
        Alert alert = SampleAlerts.updated(STORM, severity, NOW);
        assertThat(body(pagerDuty.render(call(Action.UPDATE, alert), NOW))
                        .at("/payload/severity")
                        .asText())
                .isEqualTo(expected);
    }

    @Test
    void shouldResolveByKeyAlone() {
        // When
        JsonNode event = body(pagerDuty.render(call(Action.RESOLVE, SampleAlerts.resolved(STORM, NOW)), NOW));
        // Then
        assertThat(event.path("event_action").asText()).isEqualTo("resolve");
        assertThat(event.path("dedup_key").asText()).isEqualTo(STORM.getDedupKey());
        assertThat(event.path("routing_key").asText()).isEqualTo("key-of-all");
    }

    @Test
    void shouldUseTheKeyOfTheFleetAndTheDefaultForALaneThatIsGone() {
        // Given
        Alert buses = SampleAlerts.open("acme/buses", NOW);
        // When
        String lane = pagerDuty.laneOf(buses);
        // Then
        assertThat(lane).isEqualTo("buses");
        assertThat(keyOf(new Call(lane, List.of(notice(Action.OPEN, buses))))).isEqualTo("key-of-buses");
        assertThat(keyOf(new Call("gone", List.of(notice(Action.OPEN, buses))))).isEqualTo("key-of-all");
    }

    @Test
    void shouldTellOfMaintenanceByAChangeEvent() {
        // Given
        Alert window = Alert.newBuilder(STORM).setDetector("maintenance").build();
        // When
        HttpCall call = pagerDuty.render(call(Action.OPEN, window), NOW);
        // Then
        assertThat(call.uri().getPath()).isEqualTo("/v2/change/enqueue");
        assertThat(body(call).has("dedup_key")).isFalse();
        assertThat(body(call).at("/payload/summary").asText()).isNotEmpty();
    }

    @Test
    void shouldStayWithinPagerDutysLimitsWhateverADeviceIsCalled() {
        // Given
        String hostile = "\u0000\n\"<script>\u202e\ud83d\ude00".repeat(6_000);
        Map<String, String> evidence = new HashMap<>();
        IntStream.range(0, 200).forEach(fact -> evidence.put(fact + hostile, hostile));
        Alert alert = Alert.newBuilder(STORM)
                .setScope(Scope.DEVICE)
                .setClientId(hostile)
                .setFleet(hostile)
                .setDedupKey("reconnect-loop/DEVICE/" + hostile)
                .setEpisodeId("reconnect-loop/DEVICE/" + hostile + "@1")
                .setSampleDevices(
                        IntStream.range(0, 10).mapToObj(device -> hostile).toList())
                .setEvidence(evidence)
                .setSummary(hostile)
                .setAdvice(hostile)
                .build();
        // When
        HttpCall call = pagerDuty.render(call(Action.OPEN, alert), NOW);
        JsonNode event = body(call);
        // Then
        assertThat(call.body().length).isLessThan(512 * 1024);
        assertThat(event.path("dedup_key").asText().length()).isLessThanOrEqualTo(255);
        assertThat(event.at("/payload/summary").asText().length()).isLessThanOrEqualTo(1024);
        assertThat(DedupKey.of("a".repeat(255))).isEqualTo("a".repeat(255));
        assertThat(DedupKey.of("a".repeat(256) + "b")).isNotEqualTo(DedupKey.of("a".repeat(256) + "c"));
    }

    @Test
    void shouldShowNoSecret() {
        assertThat(pagerDuty.render(call(Action.OPEN, STORM), NOW).toString()).doesNotContain("key-of-all");
    }

    private String keyOf(Call call) {
        return body(pagerDuty.render(call, NOW)).path("routing_key").asText();
    }

    private static Call call(Action action, Alert alert) {
        return new Call("default", List.of(notice(action, alert)));
    }

    private static Notice notice(Action action, Alert alert) {
        return new Notice(action, alert, Optional.empty());
    }

    private static JsonNode body(HttpCall call) {
        return JsonBody.parse(new String(call.body(), StandardCharsets.UTF_8));
    }
}

package dev.fleethealth.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.policy.IgnoreList;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FleetHealthMetricsTest {
    private static final String HOSTILE = "evil\"} 1\nfake_metric 7";
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final FleetHealthMetrics metrics = new FleetHealthMetrics(registry, 2, fleet -> List.of("takeover-loop"));

    @Test
    void shouldCountEventsByFleetSourceTypeAndCategory() {
        // When
        metrics.eventCounted(event("north", EventType.DISCONNECTED), Category.NETWORK_LOST);
        metrics.eventCounted(event("north", EventType.DISCONNECTED), Category.NETWORK_LOST);
        metrics.eventCounted(event("north", EventType.CONNECTED), null);
        // Then
        assertThat(registry.scrape().lines())
                .contains(
                        "fleet_health_events_total{category=\"NETWORK_LOST\",fleet=\"north\",source=\"emqx\",type=\"DISCONNECTED\"} 2.0",
                        "fleet_health_events_total{category=\"NONE\",fleet=\"north\",source=\"emqx\",type=\"CONNECTED\"} 1.0");
    }

    @Test
    void shouldFoldFleetsOverTheCap() {
        // When
        List.of("a", "b", "c", "d").forEach(fleet -> {
            metrics.eventCounted(event(fleet, EventType.CONNECTED), null);
            metrics.fleetMeasured(fleet, 3, 5);
        });
        // Then
        assertThat(lines("fleet_health_events_total"))
                .hasSize(3)
                .anyMatch(line -> line.contains("fleet=\"_other\"") && line.endsWith(" 2.0"));
        assertThat(lines("fleet_health_devices_online"))
                .containsExactlyInAnyOrder(
                        "fleet_health_devices_online{fleet=\"a\"} 3.0",
                        "fleet_health_devices_online{fleet=\"b\"} 3.0",
                        "fleet_health_devices_online{fleet=\"_other\"} 6.0");
    }

    @Test
    void shouldShowTheNewestMeasureAndForgetAFleetThatLeft() {
        // When
        metrics.fleetMeasured("a", 3, 5);
        metrics.fleetMeasured("a", 4, 6);
        metrics.fleetMeasured("b", 1, 1);
        metrics.fleetLeft("b");
        // Then
        assertThat(lines("fleet_health_devices_"))
                .containsExactlyInAnyOrder(
                        "fleet_health_devices_online{fleet=\"a\"} 4.0", "fleet_health_devices_known{fleet=\"a\"} 6.0");
    }

    @Test
    void shouldShowBaselinesByDetectorAndFleetUpToTheCap() {
        // When
        List.of("a", "b", "c", "d").forEach(fleet -> metrics.baselineLearned(fleet, "reconnection-storm", 1.5));
        metrics.baselineLearned("a", "reconnection-storm", 2.5);
        metrics.fleetLeft("b");
        // Then
        assertThat(lines("fleet_health_baseline"))
                .containsExactlyInAnyOrder(
                        "fleet_health_baseline{detector=\"reconnection-storm\",fleet=\"a\"} 2.5",
                        "fleet_health_baseline{detector=\"reconnection-storm\",fleet=\"_other\"} 3.0");
    }

    @Test
    void shouldCountIgnoredEventsByReason() {
        // When
        metrics.eventIgnored(IgnoreList.Reason.ADDRESS);
        metrics.eventIgnored(IgnoreList.Reason.ADDRESS);
        metrics.eventIgnored(IgnoreList.Reason.NO_CLIENT_ID);
        // Then
        assertThat(lines("fleet_health_events_ignored_total"))
                .containsExactlyInAnyOrder(
                        "fleet_health_events_ignored_total{reason=\"ADDRESS\"} 2.0",
                        "fleet_health_events_ignored_total{reason=\"NO_CLIENT_ID\"} 1.0");
    }

    @Test
    void shouldMoveAnActiveAlertWhenItsSeverityRises() {
        // When
        metrics.alertEmitted(alert("north", AlertState.OPEN, Severity.WARNING), Duration.ofMillis(80));
        metrics.alertEmitted(alert("north", AlertState.UPDATED, Severity.CRITICAL), Duration.ofMillis(80));
        // Then
        assertThat(active("north", "WARNING")).isZero();
        assertThat(active("north", "CRITICAL")).isOne();
    }

    @Test
    void shouldHaveNoActiveAlertWhenItIsResolved() {
        // When
        metrics.alertEmitted(alert("north", AlertState.OPEN, Severity.WARNING), Duration.ZERO);
        metrics.alertEmitted(alert("north", AlertState.RESOLVED, Severity.WARNING), Duration.ZERO);
        // Then
        assertThat(active("north", "WARNING")).isZero();
        assertThat(lines("fleet_health_alert_transitions_total"))
                .containsExactlyInAnyOrder(
                        transitions("OPEN", 1), transitions("UPDATED", 0), transitions("RESOLVED", 1));
    }

    @Test
    void shouldShowAtZeroWhatMayHappenBeforeItHappens() {
        // When
        metrics.fleetMeasured("north", 1, 1);
        metrics.eventCounted(event("north", EventType.CONNECTED), null);
        new FaultCounters(registry);
        // Then
        assertThat(registry.scrape().lines())
                .contains(
                        transitions("OPEN", 0),
                        "fleet_health_clocks_corrected_total{fleet=\"north\",source=\"emqx\"} 0.0",
                        "fleet_health_duplicates_ignored_total{fleet=\"north\",source=\"emqx\"} 0.0",
                        "fleet_health_dead_letters_total{stage=\"processing\"} 0.0");
    }

    @Test
    void shouldCountAnAlertOnceWhenItIsToldOfFirstByAnUpdateAfterARestart() {
        // When
        metrics.alertEmitted(alert("north", AlertState.UPDATED, Severity.WARNING), Duration.ZERO);
        metrics.alertEmitted(alert("north", AlertState.UPDATED, Severity.WARNING), Duration.ZERO);
        // Then
        assertThat(active("north", "WARNING")).isOne();
    }

    @Test
    void shouldForgetAlertsOfAFleetThatLeft() {
        // When
        metrics.alertEmitted(alert("north", AlertState.OPEN, Severity.WARNING), Duration.ZERO);
        metrics.alertEmitted(alert("south", AlertState.OPEN, Severity.WARNING), Duration.ZERO);
        metrics.fleetLeft("north");
        // Then
        assertThat(active("north", "WARNING")).isZero();
        assertThat(active("south", "WARNING")).isOne();
    }

    @Test
    void shouldMeasureTheDelayOfOpeningsOnly() {
        // When
        metrics.alertEmitted(alert("north", AlertState.OPEN, Severity.WARNING), Duration.ofMillis(120));
        metrics.alertEmitted(alert("north", AlertState.RESOLVED, Severity.WARNING), Duration.ofSeconds(120));
        // Then
        assertThat(registry.scrape().lines())
                .contains(
                        "fleet_health_detection_delay_seconds_bucket{le=\"0.1\"} 0",
                        "fleet_health_detection_delay_seconds_bucket{le=\"0.15\"} 1",
                        "fleet_health_detection_delay_seconds_count 1");
    }

    @Test
    void shouldNeverShowAClientIdAddressOrUserName() {
        // When
        metrics.eventCounted(event(HOSTILE, EventType.CONNECTED), null);
        metrics.duplicateIgnored(event("north", EventType.CONNECTED));
        metrics.clockCorrected(event("north", EventType.CONNECTED));
        metrics.alertEmitted(alert("north", AlertState.OPEN, Severity.WARNING), Duration.ZERO);
        // Then
        assertThat(registry.scrape()).doesNotContain("secret-client", "203.0.113.9", "secret-user");
        assertThat(registry.scrape().lines()).noneMatch(line -> line.startsWith("fake_metric"));
    }

    @Test
    void shouldDescribeEveryMeter() {
        // Given
        metrics.eventCounted(event("north", EventType.CONNECTED), null);
        metrics.duplicateIgnored(event("north", EventType.CONNECTED));
        metrics.clockCorrected(event("north", EventType.CONNECTED));
        metrics.fleetMeasured("north", 1, 1);
        metrics.baselineLearned("north", "reconnection-storm", 1);
        metrics.eventIgnored(IgnoreList.Reason.ADDRESS);
        metrics.alertEmitted(alert("north", AlertState.OPEN, Severity.WARNING), Duration.ZERO);
        new FaultCounters(registry).deadLetter("processing");
        // When
        List<String> names =
                lines("# TYPE ").stream().map(line -> line.split(" ")[2]).toList();
        // Then
        assertThat(names).hasSizeGreaterThan(9).allSatisfy(name -> assertThat(registry.scrape())
                .containsPattern("# HELP " + Pattern.quote(name) + " \\S+"));
    }

    private static String transitions(String state, int count) {
        return "fleet_health_alert_transitions_total{detector=\"takeover-loop\",fleet=\"north\",state=\"%s\"} %d.0"
                .formatted(state, count);
    }

    private double active(String fleet, String severity) {
        return registry.get(MetricNames.ALERTS_ACTIVE)
                .tag("detector", "takeover-loop")
                .tag("fleet", fleet)
                .tag("severity", severity)
                .gauge()
                .value();
    }

    private List<String> lines(String start) {
        return registry.scrape().lines().filter(line -> line.startsWith(start)).toList();
    }

    private static ConnectionEvent event(String fleet, EventType type) {
        return ConnectionEvent.newBuilder()
                .setEventId("1")
                .setType(type)
                .setSource("emqx")
                .setFleet(fleet)
                .setClientId("secret-client")
                .setPeerAddress("203.0.113.9")
                .setUsername("secret-user")
                .setOccurredAt(NOW)
                .setReceivedAt(NOW)
                .build();
    }

    private static Alert alert(String fleet, AlertState state, Severity severity) {
        return Alert.newBuilder()
                .setDedupKey("takeover-loop/DEVICE/" + fleet + "/secret-client")
                .setEpisodeId("takeover-loop/DEVICE/" + fleet + "/secret-client@1")
                .setDetector("takeover-loop")
                .setState(state)
                .setSeverity(severity)
                .setScope(Scope.DEVICE)
                .setFleet(fleet)
                .setClientId("secret-client")
                .setOpenedAt(NOW)
                .setUpdatedAt(NOW)
                .setWindowStart(NOW)
                .setWindowEnd(NOW)
                .setObserved(4)
                .setThreshold(4)
                .setDeviceCount(1)
                .setSampleDevices(List.of("secret-client"))
                .setCategories(Map.of())
                .setProbableCause("duplicate-client-id")
                .setEvidence(Map.of())
                .setSummary("s")
                .setAdvice("a")
                .setRunbook("r")
                .build();
    }
}

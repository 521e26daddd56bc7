package dev.fleethealth.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
    private static final Subject STORM = new Subject("reconnection-storm", Scope.FLEET, "fleet", "");
    private static final Subject EXPIRY = new Subject("jwt-expiry-cluster", Scope.FLEET, "fleet", "");

    private final HeldAlerts open = new HeldAlerts();
    private final Explanations explanations = new Explanations(open);

    @Test
    void shouldNameTheAlertThatExplainsWhenItIsOpen() {
        // Given
        open.put(new PassedAlert(Alerts.of(EXPIRY, AlertState.OPEN, 0, "credential-expiry"), false));

        // When
        Alert storm = explanations.explain(Alerts.of(STORM, AlertState.OPEN, 5, "credential-expiry"));

        // Then
        assertThat(storm.getEvidence()).containsEntry("causedBy", "jwt-expiry-cluster/FLEET/fleet");
    }

    @Test
    void shouldExplainNothingWhenTheCauseIsAnotherOrNotOpen() {
        // Given
        Alert outage = Alerts.of(STORM, AlertState.OPEN, 5, "network-outage");
        Alert expiry = Alerts.of(STORM, AlertState.OPEN, 5, "credential-expiry");

        // Then
        assertThat(explanations.explain(outage)).isEqualTo(outage);
        assertThat(explanations.explain(expiry)).isEqualTo(expiry);
    }

    @Test
    void shouldKeepTheExplanationWhenTheExplainingAlertIsOverFirst() {
        // Given
        open.put(new PassedAlert(Alerts.of(EXPIRY, AlertState.OPEN, 0, "credential-expiry"), false));
        Alert storm = explanations.explain(Alerts.of(STORM, AlertState.OPEN, 5, "credential-expiry"));
        open.put(new PassedAlert(storm, false));
        open.remove(EXPIRY);

        // When
        Alert resolved = explanations.explain(Alerts.of(STORM, AlertState.RESOLVED, 90, "credential-expiry"));

        // Then
        assertThat(resolved.getEvidence()).containsKey("causedBy");
    }

    @Test
    void shouldNotExplainAnAlertByItself() {
        // Given
        Alert expiry = Alerts.of(EXPIRY, AlertState.OPEN, 0, "credential-expiry");
        open.put(new PassedAlert(expiry, false));

        // Then
        assertThat(explanations.explain(expiry).getEvidence()).isEmpty();
    }
}

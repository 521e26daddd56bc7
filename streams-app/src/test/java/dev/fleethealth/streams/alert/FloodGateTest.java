package dev.fleethealth.streams.alert;

import static dev.fleethealth.schemas.AlertState.OPEN;
import static dev.fleethealth.schemas.AlertState.RESOLVED;
import static dev.fleethealth.schemas.AlertState.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloodGateTest {
    private static final String DETECTOR = "takeover-loop";

    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final Subject SUMMARY = new Subject(DETECTOR, Scope.FLEET, "fleet", "");

    private final HeldAlerts held = new HeldAlerts();
    private FloodGate gate = newGate();

    @Test
    void shouldTellTwentyDevicesAndFoldTheNextOnesIntoOneAlertOfTheFleet() {
        // When
        List<Alert> out = open(0, 25);

        // Then
        assertThat(out).filteredOn(alert -> alert.getScope() == Scope.DEVICE).hasSize(20);
        assertThat(out)
                .filteredOn(alert -> alert.getScope() == Scope.FLEET)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getState()).isEqualTo(OPEN);
                    assertThat(alert.getDedupKey()).isEqualTo("takeover-loop/FLEET/fleet");
                    assertThat(alert.getDeviceCount()).isEqualTo(1);
                    assertThat(alert.getSampleDevices()).containsExactly("device-20");
                });
    }

    @Test
    void shouldCountFoldedDevicesExactlyWhenTheSummaryIsUpdated() {
        // Given
        open(0, 25);

        // When: the first change after the update interval
        List<Alert> out = gate.pass(Alerts.ofDevice(DETECTOR, "device-25", OPEN, 100));

        // Then
        assertThat(out).singleElement().satisfies(alert -> {
            assertThat(alert.getState()).isEqualTo(UPDATED);
            assertThat(alert.getDeviceCount()).isEqualTo(6);
            assertThat(alert.getClientId()).isNull();
        });
    }

    @Test
    void shouldResolveTheSummaryOnceWhenTheLastFoldedDeviceIsOver() {
        // Given
        open(0, 22);

        // When
        List<Alert> out = new ArrayList<>(gate.pass(Alerts.ofDevice(DETECTOR, "device-20", RESOLVED, 30)));
        out.addAll(gate.pass(Alerts.ofDevice(DETECTOR, "device-21", RESOLVED, 31)));
        out.addAll(gate.advanceTo(Alerts.START.plusSeconds(90)));
        List<Alert> last = gate.advanceTo(Alerts.START.plusSeconds(91));

        // Then
        assertThat(out).isEmpty();
        assertThat(last).singleElement().satisfies(alert -> {
            assertThat(alert.getState()).isEqualTo(RESOLVED);
            assertThat(alert.getDedupKey()).isEqualTo("takeover-loop/FLEET/fleet");
            assertThat(alert.getResolvedAt()).isEqualTo(Alerts.START.plusSeconds(31));
        });
        assertThat(held.find(SUMMARY)).isEmpty();
        assertThat(gate.advanceTo(Alerts.START.plusSeconds(200))).isEmpty();
    }

    @Test
    void shouldSayHowManyDevicesItHadAtItsWorstWhenTheSummaryIsOver() {
        // Given
        open(0, 25);
        for (int i = 20; i < 25; i++) {
            gate.pass(Alerts.ofDevice(DETECTOR, "device-" + i, RESOLVED, 100 + i));
        }

        // When
        List<Alert> last = gate.advanceTo(Alerts.START.plusSeconds(300));

        // Then
        assertThat(last).singleElement().satisfies(alert -> {
            assertThat(alert.getState()).isEqualTo(RESOLVED);
            assertThat(alert.getDeviceCount()).isEqualTo(5);
            assertThat(alert.getSampleDevices()).hasSize(5);
            assertThat(alert.getSummary()).contains("5 more of its devices");
        });
    }

    @Test
    void shouldKeepTheSummaryOpenWhenAnotherDeviceIsFoldedWithinTheHold() {
        // Given
        open(0, 21);
        gate.pass(Alerts.ofDevice(DETECTOR, "device-20", RESOLVED, 30));

        // When
        List<Alert> out = new ArrayList<>(gate.pass(Alerts.ofDevice(DETECTOR, "device-30", OPEN, 60)));
        out.addAll(gate.advanceTo(Alerts.START.plusSeconds(200)));

        // Then
        assertThat(out).noneMatch(alert -> alert.getState() == OPEN || alert.getState() == RESOLVED);
        assertThat(held.find(SUMMARY)).isPresent();
    }

    @Test
    void shouldTellADeviceToTheEndWhenItWasToldAtTheBeginning() {
        // Given
        open(0, 25);

        // When
        List<Alert> out = gate.pass(Alerts.ofDevice(DETECTOR, "device-3", RESOLVED, 30));

        // Then
        assertThat(out).extracting(Alert::getClientId).containsExactly("device-3");
    }

    @Test
    void shouldGoOnWhereItStoodWhenItIsStartedAgain() {
        // Given
        open(0, 22);

        // When
        gate = newGate();
        List<Alert> told = gate.pass(Alerts.ofDevice(DETECTOR, "device-0", UPDATED, 10));
        List<Alert> folded = gate.pass(Alerts.ofDevice(DETECTOR, "device-21", UPDATED, 10));
        gate.pass(Alerts.ofDevice(DETECTOR, "device-20", RESOLVED, 30));
        gate.pass(Alerts.ofDevice(DETECTOR, "device-21", RESOLVED, 31));
        gate = newGate();
        List<Alert> over = gate.advanceTo(Alerts.START.plusSeconds(91));

        // Then
        assertThat(told).hasSize(1);
        assertThat(folded).isEmpty();
        assertThat(over).extracting(Alert::getState).containsExactly(RESOLVED);
    }

    @Test
    void shouldNotFoldWhenDetectorsOrFleetsDiffer() {
        // When
        List<Alert> out = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            out.addAll(gate.pass(Alerts.ofDevice("detector-" + i % 2, "device-" + i, OPEN, i)));
        }

        // Then
        assertThat(out).hasSize(30).allMatch(alert -> alert.getScope() == Scope.DEVICE);
    }

    private List<Alert> open(int from, int to) {
        List<Alert> out = new ArrayList<>();
        for (int i = from; i < to; i++) {
            out.addAll(gate.pass(Alerts.ofDevice(DETECTOR, "device-" + i, AlertState.OPEN, i)));
        }
        return out;
    }

    private FloodGate newGate() {
        return new FloodGate(new AlertLifecycle(HOLD, HOLD), AdviceBook.load(), held);
    }
}

package dev.fleethealth.schemas.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudEventTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"OPEN, opened", "UPDATED, updated", "RESOLVED, resolved"})
    void shouldTellTransitionsOfOneAlertApart(AlertState state, String word) {
        // When
        CloudEvent event = CloudEvent.of(alert(state));
        // Then
        assertThat(event)
                .isEqualTo(new CloudEvent(
                        "takeover-loop/DEVICE/cranes/c 1@7/" + word + "/1795161600000",
                        "/fleet-health/detectors/takeover-loop",
                        "dev.fleethealth.alert." + word,
                        AT,
                        "takeover-loop/DEVICE/cranes/c 1"));
    }

    @Test
    void shouldNameTheFleetAndTheDeviceOfAConnectionEvent() {
        // Given
        ConnectionEvent event = ConnectionEvent.newBuilder()
                .setEventId("e-1")
                .setType(EventType.CONNECT_FAILED)
                .setSource("aws-iot")
                .setFleet("cranes")
                .setClientId("c 1")
                .setOccurredAt(AT)
                .setReceivedAt(AT)
                .build();
        // When
        CloudEvent described = CloudEvent.of(event);
        // Then
        assertThat(described)
                .isEqualTo(new CloudEvent(
                        "e-1",
                        "/fleet-health/sources/aws-iot",
                        "dev.fleethealth.connection.connect-failed",
                        AT,
                        "cranes/c 1"));
    }

    @Test
    void shouldHaveASourceThatIsAUriReferenceWhateverItsName() {
        // Given
        Alert odd = Alert.newBuilder(alert(AlertState.OPEN))
                .setDetector("not a/detector?\n")
                .build();
        // When
        String source = CloudEvent.of(odd).source();
        // Then
        assertThat(URI.create(source).getRawQuery()).isNull();
        assertThat(source).isEqualTo("/fleet-health/detectors/not%20a%2Fdetector%3F%0A");
    }

    @Test
    void shouldCarryAllAttributesAsHeaders() {
        // When
        List<Header> headers = CloudEventHeaders.of(CloudEvent.of(alert(AlertState.OPEN)));
        // Then
        assertThat(headers)
                .extracting(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .containsExactly(
                        "ce_specversion=1.0",
                        "ce_id=takeover-loop/DEVICE/cranes/c 1@7/opened/1795161600000",
                        "ce_source=/fleet-health/detectors/takeover-loop",
                        "ce_type=dev.fleethealth.alert.opened",
                        "ce_time=2026-11-20T08:00:00Z",
                        "ce_subject=takeover-loop/DEVICE/cranes/c 1",
                        "content-type=application/avro");
    }

    private static Alert alert(AlertState state) {
        return Alert.newBuilder()
                .setDedupKey("takeover-loop/DEVICE/cranes/c 1")
                .setEpisodeId("takeover-loop/DEVICE/cranes/c 1@7")
                .setDetector("takeover-loop")
                .setState(state)
                .setSeverity(Severity.WARNING)
                .setScope(Scope.DEVICE)
                .setFleet("cranes")
                .setClientId("c 1")
                .setOpenedAt(AT)
                .setUpdatedAt(AT)
                .setWindowStart(AT)
                .setWindowEnd(AT)
                .setObserved(4)
                .setThreshold(4)
                .setDeviceCount(1)
                .setProbableCause("duplicate-client-id")
                .setSummary("summary")
                .setAdvice("advice")
                .setRunbook("docs/runbooks/takeover-loop.md")
                .build();
    }
}

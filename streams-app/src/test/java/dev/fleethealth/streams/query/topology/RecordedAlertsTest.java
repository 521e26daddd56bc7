package dev.fleethealth.streams.query.topology;

import static dev.fleethealth.streams.query.DeviceStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.cluster.LocalPart;
import dev.fleethealth.streams.query.cluster.QueryBench;
import dev.fleethealth.streams.query.cluster.SampleAlerts;
import dev.fleethealth.streams.query.state.StoreNames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordedAlertsTest {
    private final QueryBench bench = QueryBench.of(1);
    private final LocalPart part = bench.part();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void shouldKeepTheNewestTransitionWhenOlderOnesAreReadAgain() {
        // Given
        Alert open = SampleAlerts.open("fleet-a", Severity.WARNING, at(0));
        Alert resolved = SampleAlerts.resolved(open, at(90));
        // When
        bench.takeAlerts(0, open, resolved, open);
        // Then
        assertThat(alerts()).extracting(Alert::getState).containsExactly(AlertState.RESOLVED);
        assertThat(part.openAlerts().value()).isEmpty();
    }

    @Test
    void shouldKeepSoManyAndForgetTheOldest() {
        // When
        int more = 5;
        for (int i = 0; i < RecordedAlerts.MOST + more; i++) {
            bench.takeAlerts(0, SampleAlerts.open("fleet-a", Severity.WARNING, at(i)));
        }
        // Then
        assertThat(bench.sizeOf(0, StoreNames.ALERTS)).isEqualTo(RecordedAlerts.MOST);
        assertThat(bench.sizeOf(0, StoreNames.OPEN_ALERTS)).isEqualTo(RecordedAlerts.MOST);
        assertThat(part.openAlerts().value().get(0).getOpenedAt()).isEqualTo(at(more));
    }

    @Test
    void shouldForgetAnEpisodeOfWhichNothingIsHeardForThirtyDays() {
        // Given
        bench.takeAlerts(0, SampleAlerts.open("fleet-a", Severity.WARNING, at(0)));
        // When
        bench.wait(Duration.ofDays(29));
        assertThat(alerts()).hasSize(1);
        bench.wait(Duration.ofDays(2));
        // Then
        assertThat(alerts()).isEmpty();
        assertThat(part.openAlerts().value()).isEmpty();
    }

    private List<Alert> alerts() {
        return part.alerts(new AlertQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        100))
                .value()
                .items();
    }
}

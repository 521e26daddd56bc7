package dev.fleethealth.streams.delivery;

import static dev.fleethealth.streams.delivery.Desk.LIMITS;
import static dev.fleethealth.streams.delivery.Desk.START;
import static dev.fleethealth.streams.delivery.SampleAlerts.causedBy;
import static dev.fleethealth.streams.delivery.SampleAlerts.keyOf;
import static dev.fleethealth.streams.delivery.SampleAlerts.open;
import static dev.fleethealth.streams.delivery.SampleAlerts.resolved;
import static dev.fleethealth.streams.delivery.SampleAlerts.updated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.policy.MaintenanceWindow;
import dev.fleethealth.streams.policy.NamePattern;
import dev.fleethealth.streams.policy.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Routes, silences, inhibition and floods. */
class WhoIsToldTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Alert STORM = open("scooters", START);

    @Test
    void shouldTellOnlyWhatIsRoutedToIt() {
        // Given
        AlertMatch scooters =
                new AlertMatch(List.of(NamePattern.of("scoot*")), List.of(), List.of(), List.of(), List.of());
        AlertMatch critical = new AlertMatch(List.of(), List.of(), List.of(Severity.CRITICAL), List.of(), List.of());
        Desk desk = new Desk(
                new SampleTarget(),
                LIMITS,
                new Route(scooters, List.of("others")),
                new Route(critical, List.of("oncall")));
        // When
        desk.reads(updated(STORM, Severity.CRITICAL, START)).reads(open("buses", START));
        desk.reads(updated(open("trains", START), Severity.CRITICAL, START)).after(SECOND);
        // Then
        assertThat(desk.told).containsExactly("OPEN trains");
        assertThat(desk.count(Result.UNROUTED)).isEqualTo(2);
        assertThat(desk.committed()).isEqualTo(3);
    }

    @Test
    void shouldTellWhenTheSilenceEndsWhileTheAlertIsStillOpen() {
        // Given
        Desk desk = Desk.standard();
        desk.silences.put(silence(START.plusSeconds(60)));
        // When
        desk.reads(STORM).after(Duration.ofSeconds(59));
        // Then
        assertThat(desk.told).isEmpty();
        assertThat(desk.committed()).isEqualTo(1);
        desk.crashes().after(Duration.ofSeconds(3));
        assertThat(desk.told).containsExactly("OPEN scooters");
    }

    @Test
    void shouldSayNothingWhenTheAlertIsOverBeforeTheSilence() {
        // Given
        Desk desk = Desk.standard();
        desk.silences.put(silence(START.plusSeconds(60)));
        // When
        desk.reads(STORM).after(SECOND);
        desk.reads(resolved(STORM, desk.now())).after(Duration.ofMinutes(2));
        // Then
        assertThat(desk.told).isEmpty();
    }

    @Test
    void shouldResolveWhatWasToldBeforeTheSilence() {
        // Given
        Desk desk = Desk.standard();
        desk.reads(STORM).after(SECOND);
        desk.silences.put(silence(START.plusSeconds(60)));
        // When
        desk.reads(updated(STORM, Severity.CRITICAL, desk.now())).after(SECOND);
        desk.reads(resolved(STORM, desk.now())).after(SECOND);
        // Then
        assertThat(desk.told).containsExactly("OPEN scooters", "RESOLVE scooters");
    }

    @Test
    void shouldAnnounceAMaintenanceOnceAndItsEnd() {
        // Given
        Desk desk = Desk.standard();
        desk.maintenance.add(new MaintenanceWindow(
                List.of(NamePattern.of("scoot*")), Set.of(), new Schedule.Once(START, START.plusSeconds(60))));
        desk.crashes();
        // When
        desk.after(Duration.ofSeconds(30)).crashes().after(Duration.ofMinutes(3));
        // Then
        assertThat(desk.told).containsExactly("OPEN scoot*", "RESOLVE scoot*");
    }

    @Test
    void shouldPageForTheCauseAlone() {
        // Given
        Desk desk = Desk.standard();
        Alert cause = open("broker", START);
        Alert explained = causedBy(STORM, keyOf("broker"));
        // When
        desk.reads(explained).after(SECOND);
        desk.reads(cause).after(Duration.ofMinutes(1));
        desk.reads(resolved(cause, desk.now())).after(SECOND);
        desk.reads(resolved(explained, desk.now())).after(Duration.ofMinutes(10));
        // Then
        assertThat(desk.told).containsExactly("OPEN broker", "RESOLVE broker");
        assertThat(desk.committed()).isEqualTo(desk.read());
    }

    @Test
    void shouldPageForAnExplainedAlertWhenItsCauseIsNotTold() {
        // Given
        Desk desk = Desk.standard();
        // When
        desk.reads(causedBy(STORM, keyOf("broker"))).after(Duration.ofSeconds(9));
        // Then
        assertThat(desk.told).isEmpty();
        desk.after(Duration.ofSeconds(2));
        assertThat(desk.told).containsExactly("OPEN scooters");
    }

    @Test
    void shouldPageForAnExplainedAlertThatOutlivesItsCause() {
        // Given
        Desk desk = Desk.standard();
        Alert cause = open("broker", START);
        desk.reads(cause).reads(causedBy(STORM, keyOf("broker"))).after(SECOND);
        desk.reads(resolved(cause, desk.now())).after(Duration.ofMinutes(4));
        assertThat(desk.told).containsExactly("OPEN broker", "RESOLVE broker");
        // When
        desk.after(Duration.ofMinutes(2));
        // Then
        assertThat(desk.told).endsWith("OPEN scooters");
    }

    @Test
    void shouldMakeOnePageOfAFlood() {
        // Given
        Desk desk = new Desk(new SampleTarget(), flood(20));
        for (int fleet = 0; fleet < 10_000; fleet++) {
            desk.reads(open("fleet-" + fleet, START));
        }
        // When
        desk.after(Duration.ofMinutes(3));
        int opened = desk.told.size();
        for (int fleet = 0; fleet < 10_000; fleet++) {
            desk.reads(resolved(open("fleet-" + fleet, START), desk.now()));
        }
        desk.after(Duration.ofSeconds(90));
        // Then
        assertThat(opened).isEqualTo(21);
        assertThat(desk.told).hasSize(42).contains("OPEN a", "RESOLVE a");
        assertThat(desk.ledgerTopic.get(FloodPage.keyOf("a")).alert().getSummary())
                .contains("9980 more alerts");
        assertThat(desk.committed()).isEqualTo(20_000);
    }

    @Test
    void shouldGoOnWithTheFloodPageAfterACrash() {
        // Given
        Desk desk = new Desk(new SampleTarget(), flood(1));
        desk.reads(STORM)
                .reads(open("buses", START))
                .reads(open("trains", START))
                .after(Duration.ofSeconds(2));
        assertThat(desk.told).hasSize(2).contains("OPEN a");
        // When
        desk.crashes();
        List.of("scooters", "buses", "trains").forEach(fleet -> desk.reads(resolved(open(fleet, START), desk.now())));
        desk.after(Duration.ofSeconds(3));
        // Then
        assertThat(desk.told).hasSize(4).endsWith("RESOLVE a");
    }

    private static Limits flood(int most) {
        return new Limits(
                60,
                4,
                SECOND,
                SECOND,
                most,
                Duration.ofSeconds(60),
                Duration.ofHours(24),
                Duration.ofSeconds(10),
                Duration.ofMinutes(5));
    }

    private static Silence silence(Instant until) {
        AlertMatch scooters =
                new AlertMatch(List.of(NamePattern.of("scoot*")), List.of(), List.of(), List.of(), List.of());
        return new Silence("quiet", scooters, START, until, "test", "");
    }
}

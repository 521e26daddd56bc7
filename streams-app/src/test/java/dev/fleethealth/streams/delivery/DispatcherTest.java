package dev.fleethealth.streams.delivery;

import static dev.fleethealth.streams.delivery.Desk.BAD;
import static dev.fleethealth.streams.delivery.Desk.LIMITS;
import static dev.fleethealth.streams.delivery.Desk.OK;
import static dev.fleethealth.streams.delivery.Desk.START;
import static dev.fleethealth.streams.delivery.Desk.UNAVAILABLE;
import static dev.fleethealth.streams.delivery.SampleAlerts.open;
import static dev.fleethealth.streams.delivery.SampleAlerts.resolved;
import static dev.fleethealth.streams.delivery.SampleAlerts.updated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Alert STORM = open("scooters", START);

    private final Desk desk = Desk.standard();

    @Test
    void shouldTellOnceOfEachEndOfAnEpisode() {
        // When
        desk.reads(STORM).after(SECOND);
        desk.reads(updated(STORM, Severity.WARNING, desk.now())).after(SECOND);
        desk.reads(updated(STORM, Severity.CRITICAL, desk.now())).after(SECOND);
        desk.reads(resolved(STORM, desk.now())).after(SECOND);
        // Then
        assertThat(desk.told).containsExactly("OPEN scooters", "UPDATE scooters", "RESOLVE scooters");
        assertThat(desk.committed()).isEqualTo(desk.read());
        assertThat(desk.count(Result.UNCHANGED)).isEqualTo(1);
    }

    @Test
    void shouldCommitOnlyWhatHasAnOutcome() {
        // Given
        desk.answers(UNAVAILABLE).reads(STORM).after(Duration.ofSeconds(30));
        long before = desk.committed();
        // When
        desk.answers(OK).after(Duration.ofSeconds(61));
        // Then
        assertThat(before).isZero();
        assertThat(desk.committed()).isEqualTo(1);
        assertThat(desk.count(Result.DELIVERED)).isEqualTo(1);
    }

    @Test
    void shouldNotHoldUpOthersWhenOneFails() {
        // Given
        desk.reads(STORM);
        Call stuck = desk.turn().get(0);
        // When
        desk.reads(open("buses", desk.now())).after(SECOND);
        // Then
        assertThat(desk.told).containsExactly("OPEN scooters", "OPEN buses");
        assertThat(desk.committed()).isZero();
        desk.ends(stuck, OK).after(SECOND);
        assertThat(desk.committed()).isEqualTo(2);
    }

    @Test
    void shouldKeepTheOrderOfOneAlertWhileACallIsUnderWay() {
        // Given
        desk.reads(STORM);
        Call opening = desk.turn().get(0);
        // When
        desk.reads(resolved(STORM, desk.now().plusSeconds(1))).after(SECOND);
        // Then
        assertThat(desk.told).containsExactly("OPEN scooters");
        desk.ends(opening, OK).after(SECOND);
        assertThat(desk.told).containsExactly("OPEN scooters", "RESOLVE scooters");
    }

    @Test
    void shouldSendOnlyTheNewestStateWhenItWasHeldUp() {
        // Given
        desk.answers(UNAVAILABLE).reads(STORM).after(SECOND);
        Alert worse = updated(STORM, Severity.CRITICAL, desk.now());
        // When
        desk.reads(updated(STORM, Severity.WARNING, desk.now())).reads(worse);
        desk.told.clear();
        desk.answers(OK).after(Duration.ofSeconds(61));
        // Then
        assertThat(desk.told).containsExactly("OPEN scooters");
        assertThat(desk.ledgerTopic.get(STORM.getDedupKey()).alert().getSeverity())
                .isEqualTo(Severity.CRITICAL);
        assertThat(desk.count(Result.COALESCED)).isEqualTo(2);
    }

    @Test
    void shouldNeverTellOfWhatWasOverBeforeItCouldBeTold() {
        // When
        desk.reads(STORM).reads(resolved(STORM, START.plusSeconds(5))).after(SECOND);
        // Then
        assertThat(desk.told).isEmpty();
        assertThat(desk.committed()).isEqualTo(2);
    }

    @Test
    void shouldResolveWhenNobodyKnowsWhetherTheTargetHeardTheOpening() {
        // Given
        desk.answers(UNAVAILABLE).reads(STORM).after(SECOND);
        // When
        desk.reads(resolved(STORM, desk.now())).answers(OK).after(Duration.ofSeconds(61));
        // Then
        assertThat(desk.told).endsWith("RESOLVE scooters");
        assertThat(desk.ledgerTopic.get(STORM.getDedupKey()).phase()).isEqualTo(Phase.RESOLVED);
    }

    @Test
    void shouldEndTheOldEpisodeBeforeTheNextWhenItsEndWasOvertaken() {
        // Given
        desk.reads(STORM).after(SECOND);
        Alert again = open("scooters", START.plusSeconds(600));
        // When
        desk.reads(resolved(STORM, START.plusSeconds(300))).reads(again).after(Duration.ofSeconds(2));
        // Then
        assertThat(desk.told).containsExactly("OPEN scooters", "RESOLVE scooters", "OPEN scooters");
    }

    @Test
    void shouldNotOpenAgainWhenEverythingIsReadAgainAfterTheEnd() {
        // Given
        desk.reads(STORM).after(SECOND);
        Alert end = resolved(STORM, desk.now());
        desk.reads(end).after(SECOND);
        desk.told.clear();
        // When
        desk.crashes().reads(STORM).after(SECOND);
        desk.reads(updated(STORM, Severity.CRITICAL, START.plusSeconds(1))).after(SECOND);
        desk.reads(end).after(SECOND);
        // Then
        assertThat(desk.told).isEmpty();
        assertThat(desk.count(Result.STALE)).isEqualTo(3);
    }

    @Test
    void shouldOnlyRepeatTheEndWhenItDiedWhileResolving() {
        // Given
        desk.reads(STORM).after(SECOND);
        Alert end = resolved(STORM, desk.now());
        desk.reads(end).turn();
        desk.told.clear();
        // When
        desk.crashes().reads(STORM).reads(end).after(SECOND);
        // Then
        assertThat(desk.told).containsExactly("RESOLVE scooters");
    }

    @Test
    void shouldGoOnWithAnOpeningThatItDiedIn() {
        // Given
        desk.reads(STORM).turn();
        desk.told.clear();
        // When
        desk.crashes().reads(resolved(STORM, START.plusSeconds(1))).after(SECOND);
        // Then
        assertThat(desk.told).containsExactly("RESOLVE scooters");
    }

    @Test
    void shouldSetAsideAfterOneTryWhatTheTargetRefuses() {
        // When
        desk.answers(BAD).reads(STORM).after(Duration.ofMinutes(2));
        desk.answers(OK).reads(open("buses", desk.now())).after(SECOND);
        // Then
        assertThat(desk.told).containsExactly("OPEN scooters", "OPEN buses");
        assertThat(desk.deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.why()).isEqualTo("HTTP 400");
            assertThat(letter.incoming().offset()).isZero();
        });
        assertThat(desk.committed()).isEqualTo(2);
    }

    @Test
    void shouldGiveUpWhenTheAlertIsTooOldToBeWorthATry() {
        // When
        desk.answers(UNAVAILABLE).reads(STORM).after(LIMITS.maxAge().plusMinutes(2));
        // Then
        assertThat(desk.deadLetters).hasSize(1);
        assertThat(desk.count(Result.EXPIRED)).isEqualTo(1);
        assertThat(desk.committed()).isEqualTo(1);
    }

    @Test
    void shouldKeepALaneSilentForAsLongAsTheTargetWants() {
        // Given
        CallOutcome tooMany = new CallOutcome.TryLater("HTTP 429", Optional.of(Duration.ofSeconds(90)));
        desk.answers(tooMany).reads(STORM).after(Duration.ofMillis(100));
        // When
        desk.answers(OK).reads(open("buses", desk.now())).reads(open("b-trains", desk.now()));
        desk.after(Duration.ofSeconds(89));
        // Then
        assertThat(desk.told).containsExactly("OPEN scooters", "OPEN b-trains");
        desk.after(Duration.ofSeconds(2));
        assertThat(desk.told).hasSize(4);
    }

    @Test
    void shouldStayWithinTheBudgetOfEachLane() {
        // Given
        Limits limits =
                new Limits(10, 100, SECOND, SECOND, 0, SECOND, Duration.ofHours(24), Duration.ZERO, Duration.ZERO);
        Desk frugal = new Desk(new SampleTarget(), limits);
        for (int fleet = 0; fleet < 25; fleet++) {
            frugal.reads(open("fleet-" + fleet, START));
        }
        // When
        frugal.after(Duration.ofSeconds(59));
        int inTheFirstMinute = frugal.told.size();
        frugal.after(Duration.ofSeconds(121));
        // Then
        assertThat(inTheFirstMinute).isEqualTo(10);
        assertThat(frugal.told).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void shouldRepeatOpenAlertsForTargetsThatForgetAlsoAfterACrash() {
        // Given
        Desk forgetful = new Desk(new SampleTarget(Duration.ofSeconds(60), 64), LIMITS);
        forgetful.reads(STORM).after(Duration.ofSeconds(130));
        assertThat(forgetful.told).containsExactly("OPEN scooters", "UPDATE scooters", "UPDATE scooters");
        forgetful.told.clear();
        // When
        forgetful.crashes().after(SECOND);
        forgetful.reads(resolved(STORM, forgetful.now())).after(Duration.ofMinutes(10));
        // Then
        assertThat(forgetful.told).startsWith("UPDATE scooters", "RESOLVE scooters");
        assertThat(forgetful.told).filteredOn("RESOLVE scooters"::equals).hasSizeBetween(5, 6);
    }

    @Test
    void shouldTakeOnlyTheBadOneOutOfABatch() {
        // Given
        Desk batching = new Desk(new SampleTarget(Duration.ZERO, 64), LIMITS);
        batching.reads(STORM).reads(open("buses", START));
        List<Call> together = batching.turn();
        assertThat(together).singleElement().satisfies(call -> assertThat(call.notices())
                .hasSize(2));
        // When
        batching.ends(together.get(0), BAD);
        List<Call> alone = batching.turn();
        batching.ends(alone.get(0), BAD).ends(alone.get(1), OK).after(SECOND);
        // Then
        assertThat(batching.deadLetters).hasSize(1);
        assertThat(batching.count(Result.DELIVERED)).isEqualTo(1);
        assertThat(batching.committed()).isEqualTo(2);
    }

    @Test
    void shouldLeaveToOthersWhatCameFromPartitionsThatItLost() {
        // Given
        Dispatcher dispatcher = new Dispatcher(
                new SampleTarget(),
                new Rules(List.of(), desk.silences, List.of()),
                LIMITS,
                new Random(1),
                new NoListener());
        dispatcher.join(Set.of(0, 1), 2);
        dispatcher.accept(new Incoming(STORM, Optional.empty(), 1, 5, START));
        // When
        dispatcher.leave(Set.of(1));
        // Then
        Turn turn = dispatcher.turn(START);
        assertThat(turn.calls()).isEmpty();
        assertThat(turn.commits()).isEmpty();
    }
}

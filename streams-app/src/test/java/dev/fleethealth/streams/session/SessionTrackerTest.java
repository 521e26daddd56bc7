package dev.fleethealth.streams.session;

import static dev.fleethealth.streams.session.Events.at;
import static dev.fleethealth.streams.session.Events.connected;
import static dev.fleethealth.streams.session.Events.disconnected;
import static dev.fleethealth.streams.session.Events.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTrackerTest {
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(20);
    private final SessionTracker tracker =
            new SessionTracker(Map.of("tdmq", new SourceRules(List.of(Duration.ofHours(1)), Optional.of(IDLE_LIMIT))));

    @Test
    void shouldDeriveTakeoverWhenOldConnectionEndsAtTheMomentOfTheNewOne() {
        // When
        List<Happening> happenings =
                replay(connected(0, "a"), connected(1_000, "b"), disconnected(1_000, "a", Category.NETWORK_LOST));

        // Then
        assertThat(categoryOf(happenings.get(2))).isEqualTo(Category.SESSION_TAKEN_OVER);
    }

    @Test
    void shouldDeriveTakeoverWhenOldConnectionEndsTwoSecondsAfterTheNewOneAndNoLater() {
        assertThat(categoryOf(last(
                        replay(connected(0, "a"), connected(1_000, "b"), disconnected(3_000, "a", Category.UNKNOWN)))))
                .isEqualTo(Category.SESSION_TAKEN_OVER);
        assertThat(categoryOf(last(
                        replay(connected(0, "a"), connected(1_000, "b"), disconnected(3_001, "a", Category.UNKNOWN)))))
                .isEqualTo(Category.UNKNOWN);
    }

    @Test
    void shouldNotDeriveTakeoverWhenTheOldConnectionEndedBeforeTheNewOneOpened() {
        // When: a device that comes back one millisecond after it was lost
        List<Happening> happenings =
                replay(connected(0, "a"), disconnected(999, "a", Category.NETWORK_LOST), connected(1_000, "b"));

        // Then
        assertThat(categoryOf(happenings.get(1))).isEqualTo(Category.NETWORK_LOST);
    }

    @Test
    void shouldDeriveEachTakeoverWhenSeveralHappenWithinOneSecondOfASlowClock() {
        // When: three programs, and a broker that reports whole seconds
        List<Happening> happenings = replay(
                connected(1_000, "a"),
                connected(2_000, "b"),
                disconnected(2_000, "a", Category.NETWORK_LOST),
                connected(2_000, "c"),
                disconnected(2_000, "b", Category.NETWORK_LOST));

        // Then
        assertThat(happenings)
                .filteredOn(Happening.Ended.class::isInstance)
                .extracting(SessionTrackerTest::categoryOf)
                .containsExactly(Category.SESSION_TAKEN_OVER, Category.SESSION_TAKEN_OVER);
    }

    @Test
    void shouldNotDeriveTakeoverWhenTheEndHasAReasonOfItsOwn() {
        assertThat(categoryOf(last(replay(
                        connected(0, "a"),
                        connected(1_000, "b"),
                        disconnected(1_000, "a", Category.KEEPALIVE_TIMEOUT)))))
                .isEqualTo(Category.KEEPALIVE_TIMEOUT);
    }

    @Test
    void shouldKeepTheDeviceOnlineWhenAnOlderConnectionEnds() {
        // When
        Session session = sessionAfter(
                connected(0, "a"), connected(1_000, "b"), disconnected(1_500, "a", Category.SESSION_TAKEN_OVER));

        // Then
        assertThat(session.isOnline()).isTrue();
        assertThat(session.current().map(Connection::id)).contains("b");
    }

    @Test
    void shouldEndTheOlderConnectionWhenTheSourceNamesNone() {
        // When: a source without connection ids that reports the end of the old one after the start of the new one
        Session session = sessionAfter(
                connected(0, null), connected(1_000, null), disconnected(1_010, null, Category.SESSION_TAKEN_OVER));

        // Then
        assertThat(session.isOnline()).isTrue();
        assertThat(session.current().map(Connection::openedAt)).contains(at(1_000));
    }

    @Test
    void shouldCountOneEndWhenTheSourceReportsItTwice() {
        // When: a DISCONNECT packet, then the close of its socket
        List<Happening> happenings = replay(
                connected(0, "a"), disconnected(500, "a", Category.NORMAL), disconnected(600, "a", Category.UNKNOWN));

        // Then
        assertThat(happenings.get(2)).isInstanceOf(Happening.Noted.class);
        assertThat(happenings.get(2).before().lastEnd().category()).isEqualTo(Category.NORMAL);
    }

    @Test
    void shouldCountOneEndWhenASourceWithoutIdentityTellsTheReasonAndThenTheLoss() {
        // When: HiveMQ's event.log before 2025.5
        List<Happening> happenings = replay(
                connected(0, null),
                disconnected(60_000, null, Category.ADMIN_KICK),
                disconnected(60_001, null, Category.NETWORK_LOST));

        // Then
        assertThat(categoryOf(happenings.get(1))).isEqualTo(Category.ADMIN_KICK);
        assertThat(happenings.get(2)).isInstanceOf(Happening.Noted.class);
    }

    @Test
    void shouldCountTwoEndsWhenTheLossComesLaterThanASecondReport() {
        assertThat(last(replay(
                        connected(0, null),
                        disconnected(60_000, null, Category.ADMIN_KICK),
                        disconnected(62_001, null, Category.NETWORK_LOST))))
                .isInstanceOf(Happening.Ended.class);
    }

    @Test
    void shouldKeepTheDeviceOnlineWhenALossIsToldOfAConnectionThatWasTakenOver() {
        // When: Mosquitto 2.0 with WebSockets, whose log ticks in seconds
        Session session = sessionAfter(
                connected(0, null),
                connected(60_000, null),
                disconnected(60_000, null, Category.SESSION_TAKEN_OVER),
                disconnected(60_000, null, Category.NETWORK_LOST));

        // Then
        assertThat(session.isOnline()).isTrue();
        assertThat(session.lastEnd().category()).isEqualTo(Category.SESSION_TAKEN_OVER);
    }

    @Test
    void shouldTakeTheDeviceOfflineWhenTheConnectionThatTookOverIsLostLater() {
        assertThat(sessionAfter(
                                connected(0, null),
                                connected(60_000, null),
                                disconnected(60_000, null, Category.SESSION_TAKEN_OVER),
                                disconnected(63_000, null, Category.NETWORK_LOST))
                        .isOnline())
                .isFalse();
    }

    @Test
    void shouldDeriveExpiryWithinFiveSecondsOfTheTokensEndAndNoFurther() {
        for (long end : new long[] {55_000, 60_000, 65_000}) {
            assertThat(categoryOf(last(
                            replay(connected(0, "a", at(60_000)), disconnected(end, "a", Category.NOT_AUTHORIZED)))))
                    .as("end at %s ms", end)
                    .isEqualTo(Category.CREDENTIAL_EXPIRED);
        }
        for (long end : new long[] {54_999, 65_001}) {
            assertThat(categoryOf(last(
                            replay(connected(0, "a", at(60_000)), disconnected(end, "a", Category.NOT_AUTHORIZED)))))
                    .as("end at %s ms", end)
                    .isEqualTo(Category.NOT_AUTHORIZED);
        }
    }

    @Test
    void shouldDeriveExpiryFromTheSessionsAgeWhenTheSourceListsLifetimes() {
        long hour = Duration.ofHours(1).toMillis();
        assertThat(categoryOf(last(replay(connected(0, "a"), disconnected(hour + 5_000, "a", Category.NETWORK_LOST)))))
                .isEqualTo(Category.CREDENTIAL_EXPIRED);
        assertThat(categoryOf(last(replay(connected(0, "a"), disconnected(hour + 5_001, "a", Category.NETWORK_LOST)))))
                .isEqualTo(Category.NETWORK_LOST);
    }

    @Test
    void shouldNotDeriveIdleTimeoutWhenTheKeepAliveIsShorterThanTheLimit() {
        // Given: events with a keep-alive of 60 s
        long limit = IDLE_LIMIT.toMillis();

        // Then
        assertThat(categoryOf(last(replay(connected(0, "a"), disconnected(limit, "a", Category.NETWORK_LOST)))))
                .isEqualTo(Category.NETWORK_LOST);
    }

    @Test
    void shouldCallAReconnectUnplannedUnlessTheLastSessionEndedAsPlanned() {
        assertThat(isUnplanned(connected(0, "a"))).as("first connection").isFalse();
        assertThat(isUnplanned(connected(0, "a"), disconnected(10, "a", Category.NORMAL), connected(20, "b")))
                .as("planned wake-up")
                .isFalse();
        assertThat(isUnplanned(connected(0, "a"), disconnected(10, "a", Category.NETWORK_LOST), connected(20, "b")))
                .as("after a loss")
                .isTrue();
        assertThat(isUnplanned(connected(0, "a"), connected(20, "b")))
                .as("while still open")
                .isTrue();
    }

    @Test
    void shouldTakeTheReportThatNamesAReasonWhenAnEndIsToldTwiceAtTheSameMoment() {
        assertThat(isUnplanned(
                        connected(0, "a"),
                        disconnected(10, "a", Category.UNKNOWN),
                        disconnected(10, "a", Category.NORMAL),
                        connected(20, "b")))
                .isFalse();
    }

    @Test
    void shouldNotTakeARefusedAttemptForTheEndOfASession() {
        assertThat(isUnplanned(
                        connected(0, "a"),
                        disconnected(10, "a", Category.NORMAL),
                        refused(15, Category.BAD_CREDENTIALS),
                        connected(20, "b")))
                .isFalse();
    }

    private boolean isUnplanned(DeviceEvent... events) {
        return last(replay(events)) instanceof Happening.Opened opened && opened.isUnplannedReconnect();
    }

    private List<Happening> replay(DeviceEvent... events) {
        List<Happening> happenings = new ArrayList<>();
        Session session = Session.NEVER_SEEN;
        for (DeviceEvent event :
                Arrays.stream(events).sorted(EventOrder.BY_TIME).toList()) {
            SessionTracker.Step step = tracker.apply(session, event);
            session = step.session();
            happenings.add(step.happening());
        }
        return happenings;
    }

    private Session sessionAfter(DeviceEvent... events) {
        Session session = Session.NEVER_SEEN;
        for (DeviceEvent event : events) {
            session = tracker.apply(session, event).session();
        }
        return session;
    }

    private static Happening last(List<Happening> happenings) {
        return happenings.get(happenings.size() - 1);
    }

    private static Category categoryOf(Happening happening) {
        return ((Happening.Ended) happening).ending().category();
    }
}

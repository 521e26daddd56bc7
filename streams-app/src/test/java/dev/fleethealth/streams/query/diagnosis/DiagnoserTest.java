package dev.fleethealth.streams.query.diagnosis;

import static dev.fleethealth.streams.query.DeviceStory.at;
import static dev.fleethealth.streams.query.DeviceStory.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.alert.AdviceBook;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceStory;
import dev.fleethealth.streams.query.Diagnosis;
import dev.fleethealth.streams.query.Diagnosis.Delivery.Finding;
import dev.fleethealth.streams.query.Diagnosis.Kind;
import dev.fleethealth.streams.query.timeline.Past;
import dev.fleethealth.streams.query.timeline.Replay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnoserTest {
    private static final BiPredicate<String, Instant> NEVER = (fleet, time) -> false;

    /**
     * A story and what is to be said of it.
     *
     * @param second when it is asked about
     * @param words that the verdict holds
     */
    record Told(String name, DeviceStory story, double second, Kind kind, String cause, String words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Told> stories() {
        return Stream.of(
                new Told(
                        "quiet and online",
                        story().connected(0, "c0"),
                        4_000,
                        Kind.HEALTHY,
                        "none",
                        "online since 2026-11-20T08:00:00Z"),
                new Told(
                        "asleep as planned",
                        story().connected(0, "c0").disconnected(30, "c0", Category.NORMAL),
                        600,
                        Kind.HEALTHY,
                        "none",
                        "offline as planned"),
                new Told(
                        "before all that is known",
                        story().connected(100, "c0"),
                        50,
                        Kind.UNKNOWN,
                        "none",
                        "Nothing that is still known"),
                new Told(
                        "one takeover by the same address within seconds",
                        story().connected(0, "c0")
                                .connected(300, "c1")
                                .disconnected(300.4, "c0", Category.SESSION_TAKEN_OVER),
                        310,
                        Kind.SELF_REPAIR,
                        "none",
                        "from the same address"),
                new Told(
                        "one takeover after a change of network",
                        story().connected(0, "c0")
                                .from("10.9.9.9")
                                .connected(300, "c1")
                                .disconnected(300.4, "c0", Category.UNKNOWN),
                        310,
                        Kind.SELF_REPAIR,
                        "none",
                        "from another address"),
                new Told(
                        "two programs fight",
                        fight("10.0.0.1", "10.0.0.2", 8),
                        45,
                        Kind.FAULT,
                        "duplicate-client-id",
                        "Two programs fight"),
                new Told(
                        "two programs fight behind one address",
                        fight("10.0.0.1", "10.0.0.1", 8),
                        45,
                        Kind.FAULT,
                        "duplicate-client-id",
                        "one address"),
                new Told(
                        "a moving device that is always taken over by itself",
                        moving(6),
                        35,
                        Kind.FAULT,
                        "unstable-link",
                        "network changes again and again"),
                new Told(
                        "keep-alive missed once",
                        story().connected(0, "c0")
                                .disconnected(300, "c0", Category.KEEPALIVE_TIMEOUT)
                                .connected(303, "c1"),
                        400,
                        Kind.SELF_REPAIR,
                        "none",
                        "came back after 3.0 s"),
                new Told(
                        "keep-alive missed again and again",
                        losses(Category.KEEPALIVE_TIMEOUT, 4),
                        460,
                        Kind.FAULT,
                        "unstable-link",
                        "KEEPALIVE_TIMEOUT (4)"),
                new Told(
                        "token ran out and was renewed",
                        story().connected(0, "c0")
                                .disconnected(3_600, "c0", Category.CREDENTIAL_EXPIRED)
                                .connected(3_602, "c1"),
                        3_610,
                        Kind.SELF_REPAIR,
                        "none",
                        "token ran out"),
                new Told(
                        "token ran out, reported as a loss",
                        expiry(Category.NETWORK_LOST).connected(3_602, "c1"),
                        3_610,
                        Kind.SELF_REPAIR,
                        "none",
                        "token ran out"),
                new Told(
                        "token ran out and the old one is shown again",
                        expiry(Category.NOT_AUTHORIZED)
                                .refused(3_601, Category.BAD_CREDENTIALS)
                                .refused(3_602, Category.BAD_CREDENTIALS),
                        3_610,
                        Kind.FAULT,
                        "credential-expiry",
                        "does not let it in: 2 refused attempts"),
                new Told(
                        "token ran out and it is away",
                        expiry(Category.UNKNOWN),
                        5_000,
                        Kind.FAULT,
                        "credential-expiry",
                        "away since"),
                new Told(
                        "refused with wrong credentials",
                        story().refused(0, Category.BAD_CREDENTIALS).refused(5, Category.BAD_CREDENTIALS),
                        10,
                        Kind.FAULT,
                        "bad-credentials",
                        "BAD_CREDENTIALS"),
                new Told(
                        "blocked in the registry",
                        story().connected(0, "c0")
                                .disconnected(5, "c0", Category.BLOCKED)
                                .refused(6, Category.BLOCKED),
                        10,
                        Kind.FAULT,
                        "device-or-registry-disabled",
                        "does not let it in"),
                new Told(
                        "turned away for a limit",
                        story().refused(0, Category.CONNECTION_LIMIT).refused(1, Category.QUOTA_EXCEEDED),
                        2,
                        Kind.FAULT,
                        "capacity-limit",
                        "2 refused attempts"),
                new Told(
                        "refused once and let in then",
                        story().refused(0, Category.SERVER_BUSY).connected(2, "c0"),
                        5,
                        Kind.SELF_REPAIR,
                        "none",
                        "refused it (SERVER_BUSY)"),
                new Told(
                        "the broker restarts and it is back",
                        story().connected(0, "c0")
                                .disconnected(60, "c0", Category.SERVER_SHUTDOWN)
                                .connected(62, "c1"),
                        70,
                        Kind.PLANNED,
                        "none",
                        "on purpose (SERVER_SHUTDOWN)"),
                new Told(
                        "the broker restarts and it is not back yet",
                        story().connected(0, "c0").disconnected(60, "c0", Category.SERVER_SHUTDOWN),
                        120,
                        Kind.PLANNED,
                        "broker-restart",
                        "away since"),
                new Told(
                        "the broker restarted and it never came back",
                        story().connected(0, "c0").disconnected(60, "c0", Category.SERVER_SHUTDOWN),
                        3_600,
                        Kind.FAULT,
                        "broker-restart",
                        "away since"),
                new Told(
                        "thrown out by an administrator",
                        story().connected(0, "c0").disconnected(60, "c0", Category.ADMIN_KICK),
                        61,
                        Kind.PLANNED,
                        "admin-action",
                        "ADMIN_KICK"),
                new Told(
                        "lost and gone",
                        story().connected(0, "c0").disconnected(60, "c0", Category.NETWORK_LOST),
                        7_200,
                        Kind.FAULT,
                        "unstable-link",
                        "away since 2026-11-20T08:01:00Z"),
                new Told(
                        "idle limit once",
                        story().connected(0, "c0")
                                .disconnected(1_200, "c0", Category.IDLE_TIMEOUT)
                                .connected(1_201, "c1"),
                        1_300,
                        Kind.SELF_REPAIR,
                        "none",
                        "IDLE_TIMEOUT"),
                new Told(
                        "idle limit again and again",
                        losses(Category.IDLE_TIMEOUT, 3),
                        350,
                        Kind.FAULT,
                        "idle-limit",
                        "IDLE_TIMEOUT (3)"),
                new Told(
                        "breaks the protocol",
                        losses(Category.PROTOCOL_ERROR, 3),
                        350,
                        Kind.FAULT,
                        "client-defect",
                        "PROTOCOL_ERROR (3)"),
                new Told(
                        "connects and says goodbye without end",
                        goodbyes(20),
                        40,
                        Kind.FAULT,
                        "unknown",
                        "connects again and again"),
                new Told(
                        "trouble that is long over",
                        losses(Category.KEEPALIVE_TIMEOUT, 4),
                        9_000,
                        Kind.HEALTHY,
                        "none",
                        "nothing went wrong"),
                new Told("nobody says why", losses(Category.UNKNOWN, 3), 350, Kind.FAULT, "unknown", "UNKNOWN (3)"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void shouldSayWhatIsWrong(Told told) {
        // When
        Diagnosis diagnosis = diagnose(told.story(), told.second());
        // Then
        assertThat(diagnosis.kind()).isEqualTo(told.kind());
        assertThat(diagnosis.cause()).isEqualTo(told.cause());
        assertThat(diagnosis.verdict()).contains(told.words()).endsWith(".");
        assertThat(diagnosis.advice()).isNotBlank();
    }

    @Test
    void shouldAdviseByWhatTheBrokerSaid() {
        // When
        Diagnosis diagnosis = diagnose(
                story().saying("client_id_too_long")
                        .refused(0, Category.CLIENT_ID_REJECTED)
                        .refused(9, Category.CLIENT_ID_REJECTED),
                10);
        // Then
        assertThat(diagnosis.cause()).isEqualTo("client-defect");
        assertThat(diagnosis.advice()).contains("23");
        assertThat(diagnosis.evidence()).contains("the broker said \"client_id_too_long\"");
        assertThat(diagnosis.runbook()).isEqualTo("docs/runbooks/client-misbehaviour.md");
    }

    @Test
    void shouldShowForeignTextWithoutControlCharacters() {
        // When
        Diagnosis diagnosis = diagnose(
                story().saying("x\u001b[31m\nforged").connected(0, "c0").disconnected(5, "c0", Category.UNKNOWN), 10);
        // Then
        assertThat(diagnosis.evidence()).contains("the broker said \"x?[31m?forged\"");
    }

    @Test
    void shouldTellAFixedPauseFromAGrowingOne() {
        // Given
        DeviceStory fixed = story();
        DeviceStory growing = story();
        double second = 0;
        for (int i = 0; i < 6; i++) {
            fixed.refused(10 * i, Category.SERVER_BUSY);
            growing.refused(second, Category.SERVER_BUSY);
            second += 1 << i;
        }
        // When
        Diagnosis.Backoff bad = diagnose(fixed, 60).backoff();
        Diagnosis.Backoff good = diagnose(growing, 60).backoff();
        // Then
        assertThat(bad.pattern()).isEqualTo("fixed");
        assertThat(bad.good()).isFalse();
        assertThat(good.pattern()).isEqualTo("exponential");
        assertThat(good.good()).isTrue();
        assertThat(good.pauses()).hasSize(5);
        assertThat(diagnose(story().connected(0, "c0"), 5).backoff()).isNull();
    }

    @Test
    void shouldSayWhyNoMessagesCame() {
        assertThat(finding(story().connected(0, "c0").subscribed(1, "c0"), 5)).isEqualTo(Finding.SUBSCRIBED);
        assertThat(finding(story().connected(0, "c0"), 5)).isEqualTo(Finding.NOT_SUBSCRIBED);
        assertThat(finding(story().by("hivemq").connected(0, "c0"), 5)).isEqualTo(Finding.SUBSCRIPTIONS_UNKNOWN);
        assertThat(finding(story().connected(0, "c0").disconnected(4, "c0", Category.NETWORK_LOST), 5))
                .isEqualTo(Finding.OFFLINE);
        assertThat(finding(
                        story().connected(0, "c0")
                                .subscribed(1, "c0")
                                .disconnected(2, "c0", Category.NORMAL)
                                .connected(3, "c1"),
                        5))
                .isEqualTo(Finding.NOT_SUBSCRIBED);
        assertThat(finding(
                        story().connected(0, "c0")
                                .subscribed(1, "c0")
                                .disconnected(2, "c0", Category.NORMAL)
                                .add(EventType.CONNECTED, 3, event -> event.setConnectionId("c1")
                                        .setCleanStart(false)),
                        5))
                .isEqualTo(Finding.SUBSCRIBED);
    }

    @Test
    void shouldTakeItsOwnOpenAlertForTheAnswer() {
        // When
        Diagnosis diagnosis = diagnose(
                losses(Category.KEEPALIVE_TIMEOUT, 4),
                460,
                alert("keepalive-timeout", Scope.DEVICE, "unstable-link").build());
        // Then
        assertThat(diagnosis.kind()).isEqualTo(Kind.FAULT);
        assertThat(diagnosis.advice()).isEqualTo("do this");
        assertThat(diagnosis.alerts()).hasSize(1);
    }

    @Test
    void shouldBlameTheFleetsTroubleWhenItHasAPartInIt() {
        // Given
        Alert outage = alert("mass-disconnect", Scope.FLEET, "network-outage").build();
        DeviceStory lost = story().connected(0, "c0").disconnected(60, "c0", Category.NETWORK_LOST);
        // Then
        assertThat(diagnose(lost, 70, outage).kind()).isEqualTo(Kind.FLEET_TROUBLE);
        assertThat(diagnose(story().connected(0, "c0"), 70, outage).kind()).isEqualTo(Kind.HEALTHY);
        assertThat(diagnose(fight("10.0.0.1", "10.0.0.2", 8), 70, outage).cause())
                .isEqualTo("duplicate-client-id");
    }

    @Test
    void shouldBlameTheCauseWhenItsAlertIsExplainedByAnother() {
        // Given
        Alert restart = alert("broker-restart", Scope.NODE, "broker-restart").build();
        Alert own = alert("reconnect-loop", Scope.DEVICE, "broker-restart")
                .setEvidence(Map.of("causedBy", restart.getDedupKey()))
                .build();
        DeviceStory story = story().connected(0, "c0")
                .disconnected(60, "c0", Category.SERVER_SHUTDOWN)
                .connected(62, "c1");
        // When
        Diagnosis diagnosis = diagnose(story, 70, own, restart);
        // Then
        assertThat(diagnosis.kind()).isEqualTo(Kind.PLANNED);
        assertThat(diagnosis.cause()).isEqualTo("broker-restart");
    }

    @Test
    void shouldLeaveOutAlertsOfOthers() {
        // Given
        Alert ofOther = alert("takeover-loop", Scope.DEVICE, "duplicate-client-id")
                .setClientId("dev-2")
                .build();
        Alert ofOtherFleet = alert("mass-disconnect", Scope.FLEET, "network-outage")
                .setFleet("fleet-b")
                .build();
        // When
        Diagnosis diagnosis = diagnose(story().connected(0, "c0"), 70, ofOther, ofOtherFleet);
        // Then
        assertThat(diagnosis.alerts()).isEmpty();
    }

    @Test
    void shouldCallItPlannedDuringMaintenance() {
        // When
        Diagnosis diagnosis = new Diagnoser(new Replay(Map.of()), AdviceBook.load(), (fleet, time) -> true)
                .diagnose(device(), Past.of(losses(Category.NETWORK_LOST, 4).events()), at(460), List.of());
        // Then
        assertThat(diagnosis.kind()).isEqualTo(Kind.PLANNED);
    }

    private static Finding finding(DeviceStory story, double second) {
        return diagnose(story, second).delivery().finding();
    }

    private static Diagnosis diagnose(DeviceStory story, double second, Alert... open) {
        return new Diagnoser(new Replay(Map.of()), AdviceBook.load(), NEVER)
                .diagnose(device(), Past.of(story.events()), at(second), List.of(open));
    }

    private static Device device() {
        return new Device(DeviceStory.DEVICE, DeviceStory.FLEET, true, null, at(0), null, "tdmq", "node-1", "10.0.0.1");
    }

    private static DeviceStory fight(String one, String other, int connects) {
        DeviceStory story = story().from(one).connected(0, "c0");
        for (int i = 1; i < connects; i++) {
            story.from(i % 2 == 0 ? one : other)
                    .connected(5 * i, "c" + i)
                    .disconnected(5 * i + 0.1, "c" + (i - 1), Category.SESSION_TAKEN_OVER);
        }
        return story;
    }

    private static DeviceStory moving(int connects) {
        DeviceStory story = story().from("10.0.1.0").connected(0, "c0");
        for (int i = 1; i < connects; i++) {
            story.from("10.0.1." + i)
                    .connected(5 * i, "c" + i)
                    .disconnected(5 * i + 0.1, "c" + (i - 1), Category.NETWORK_LOST);
        }
        return story;
    }

    private static DeviceStory losses(Category category, int times) {
        DeviceStory story = story();
        for (int i = 0; i < times; i++) {
            story.connected(110 * i, "c" + i).disconnected(110 * i + 100, "c" + i, category);
        }
        return story.connected(110 * times, "last");
    }

    private static DeviceStory goodbyes(int times) {
        DeviceStory story = story();
        for (int i = 0; i < times; i++) {
            story.connected(2 * i, "c" + i).disconnected(2 * i + 1, "c" + i, Category.NORMAL);
        }
        return story;
    }

    private static DeviceStory expiry(Category reported) {
        return story().add(EventType.CONNECTED, 0, event -> event.setConnectionId("c0")
                        .setCredentialExpiresAt(at(3_600)))
                .disconnected(3_600.5, "c0", reported);
    }

    private static Alert.Builder alert(String detector, Scope scope, String cause) {
        String key = detector + "/" + scope + "/" + DeviceStory.FLEET;
        return Alert.newBuilder()
                .setDedupKey(key)
                .setEpisodeId(key + "@" + at(60).toEpochMilli())
                .setDetector(detector)
                .setState(AlertState.OPEN)
                .setSeverity(Severity.WARNING)
                .setScope(scope)
                .setFleet(DeviceStory.FLEET)
                .setClientId(scope == Scope.DEVICE ? DeviceStory.DEVICE : null)
                .setNode(scope == Scope.NODE ? "node-1" : null)
                .setOpenedAt(at(60))
                .setUpdatedAt(at(60))
                .setWindowStart(at(0))
                .setWindowEnd(at(60))
                .setObserved(4)
                .setThreshold(4)
                .setDeviceCount(1)
                .setSampleDevices(List.of(DeviceStory.DEVICE))
                .setCategories(Map.of())
                .setProbableCause(cause)
                .setEvidence(Map.of())
                .setSummary("so it was.")
                .setAdvice("do this")
                .setRunbook("docs/runbooks/" + detector + ".md");
    }
}

package dev.fleethealth.streams.delivery.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.schemas.Topics;
import dev.fleethealth.service.kafka.KafkaStart;
import dev.fleethealth.streams.delivery.AlertMatch;
import dev.fleethealth.streams.delivery.InvalidSilenceException;
import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.delivery.SilenceRequest;
import dev.fleethealth.streams.delivery.Silences;
import dev.fleethealth.streams.policy.NamePattern;
import dev.fleethealth.testkit.kafka.KafkaBroker;
import dev.fleethealth.testkit.net.FreePort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceTopicIT {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Silence CONFIGURED =
            new Silence("configured", AlertMatch.ANY, NOW.minusSeconds(5), NOW.plusSeconds(60), "file", "");

    private static KafkaBroker kafka;

    private final Silences here = new Silences(List.of(CONFIGURED));
    private final Silences elsewhere = new Silences(List.of(CONFIGURED));
    private final String name = "silences-" + UUID.randomUUID();
    private final Map<String, Object> clients = Map.of("bootstrap.servers", kafka.bootstrapServers());
    private SilenceTopic topic;

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = KafkaBroker.start();
    }

    @AfterAll
    static void stopKafka() throws Exception {
        kafka.close();
    }

    @BeforeEach
    void create() throws Exception {
        new KafkaStart(clients, longest -> false).awaitTopics(List.of(Topics.SILENCES.named(name)));
        topic = new SilenceTopic(clients, name, here);
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void shouldHoldHereAndElsewhereAndAfterARestartWhenCreatedAndExpired() throws Exception {
        try (SilenceFollower other = new SilenceFollower(clients, name, elsewhere)) {
            other.load();
            // When
            Silence created = topic.create(request("created"), NOW);
            topic.expire("configured", NOW);
            // Then
            assertThat(topic.list(NOW)).containsExactly(created);
            assertThat(topic.find("configured").map(Silence::until)).contains(NOW);
            await().untilAsserted(() -> {
                other.follow(STEP);
                assertThat(elsewhere.list(NOW)).containsExactly(created);
            });
            // When
            topic.expire("created", NOW.plusSeconds(60));
            // Then
            assertThat(topic.expire("unknown", NOW)).isEmpty();
            assertThat(afterRestart().list(NOW.plusSeconds(59)))
                    .containsExactly(created.expiredAt(NOW.plusSeconds(60)));
            assertThat(afterRestart().list(NOW.plusSeconds(60))).isEmpty();
        }
    }

    @Test
    void shouldReplaceTheSilenceWhenTheIdIsThatOfOne() throws Exception {
        // Given
        topic.create(request("created"), NOW);
        // When
        SilenceRequest longer = new SilenceRequest(
                Optional.of("created"),
                request("created").match(),
                Optional.empty(),
                NOW.plusSeconds(9),
                "Bob",
                "more");
        Silence replaced = topic.create(longer, NOW);
        // Then
        assertThat(afterRestart().list(NOW)).contains(replaced).hasSize(2);
    }

    @Test
    void shouldForgetSilencesWhenTheyAreLongOver() throws Exception {
        // Given
        topic.create(request("old"), NOW);
        // When
        Instant later = NOW.plus(SilenceTopic.KEPT).plusSeconds(3_600);
        topic.create(
                new SilenceRequest(
                        Optional.of("new"),
                        request("new").match(),
                        Optional.empty(),
                        later.plusSeconds(9),
                        "Bob",
                        "more"),
                later);
        // Then
        assertThat(afterRestart().find("old")).isEmpty();
        assertThat(afterRestart().find("new")).isPresent();
    }

    @Test
    void shouldRefuseMoreWhenThereAreTooMany() throws Exception {
        // Given
        for (int number = 1; number < SilenceTopic.MOST; number++) {
            here.put(request("silence-" + number).at(NOW));
        }
        // Then
        assertThatThrownBy(() -> topic.create(request("one-more"), NOW))
                .isInstanceOf(InvalidSilenceException.class)
                .hasMessage("id: expected at most 1,000 silences at a time; expire some first");
        assertThat(topic.create(request("silence-1"), NOW)).isNotNull();
    }

    @Test
    void shouldSaySoWhenKafkaIsAway() throws Exception {
        // Given
        Map<String, Object> nobody = Map.of("bootstrap.servers", "127.0.0.1:" + FreePort.find());
        try (SilenceTopic away = new SilenceTopic(nobody, name, here)) {
            // Then
            assertThatThrownBy(() -> away.create(request("created"), NOW))
                    .isInstanceOf(KafkaException.class)
                    .hasMessage("Kafka did not take the silence");
            assertThat(away.list(NOW)).containsExactly(CONFIGURED);
        }
    }

    private Silences afterRestart() {
        Silences silences = new Silences(List.of(CONFIGURED));
        try (SilenceFollower follower = new SilenceFollower(clients, name, silences)) {
            follower.load();
        }
        return silences;
    }

    private static SilenceRequest request(String id) {
        AlertMatch match = new AlertMatch(
                List.of(NamePattern.of("lab-*")),
                List.of("reconnect-loop"),
                List.of(Severity.WARNING),
                List.of(Scope.DEVICE),
                List.of("key"));
        return new SilenceRequest(
                Optional.of(id), match, Optional.of(NOW), NOW.plusSeconds(3_600), "Ada", "a \"test\" of the lab");
    }
}

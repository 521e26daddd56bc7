package dev.fleethealth.streams.delivery.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.schemas.Topics;
import dev.fleethealth.service.kafka.KafkaStart;
import dev.fleethealth.streams.delivery.AlertMatch;
import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.delivery.Silences;
import dev.fleethealth.streams.policy.NamePattern;
import dev.fleethealth.testkit.kafka.KafkaBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilenceTopicIT {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final AlertMatch MATCH = new AlertMatch(
            List.of(NamePattern.of("lab-*")),
            List.of("reconnect-loop"),
            List.of(Severity.WARNING),
            List.of(Scope.DEVICE),
            List.of("key"));
    private static final Silence CONFIGURED =
            new Silence("configured", AlertMatch.ANY, NOW.minusSeconds(5), NOW.plusSeconds(60), "file", "");
    private static final Silence CREATED =
            new Silence("created", MATCH, NOW, NOW.plusSeconds(3_600), "Ada", "a \"test\" of the lab");

    @Test
    void shouldRememberWhatWasCreatedAndExpired() throws Exception {
        try (KafkaBroker kafka = KafkaBroker.start()) {
            // Given
            Map<String, Object> clients = Map.of("bootstrap.servers", kafka.bootstrapServers());
            new KafkaStart(clients, longest -> false).awaitTopics(List.of(Topics.SILENCES));
            try (SilenceTopic topic = topic(clients)) {
                // When
                topic.create(CREATED);
                assertThat(topic.list(NOW)).containsExactly(CONFIGURED, CREATED);
                topic.expire("configured", NOW);
                // Then
                assertThat(topic.list(NOW)).containsExactly(CREATED);
                assertThat(topic.expire("unknown", NOW)).isEmpty();
            }
            try (SilenceTopic afterRestart = topic(clients)) {
                assertThat(afterRestart.list(NOW)).containsExactly(CREATED);
                afterRestart.expire("created", NOW.plus(Duration.ofMinutes(1)));
                assertThat(afterRestart.list(NOW.plus(Duration.ofMinutes(1)))).isEmpty();
            }
        }
    }

    private static SilenceTopic topic(Map<String, Object> clients) {
        SilenceTopic topic = new SilenceTopic(clients, Topics.SILENCES.name(), new Silences(List.of(CONFIGURED)));
        topic.load();
        return topic;
    }
}

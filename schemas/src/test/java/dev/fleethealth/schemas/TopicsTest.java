package dev.fleethealth.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void shouldHoldTheContractsTopics() {
        assertThat(Topics.all())
                .extracting(TopicDefinition::name)
                .containsExactly(
                        "fleet.connection-events",
                        "fleet.connection-events.dead-letter",
                        "fleet.alerts",
                        "fleet.alerts.dead-letter",
                        "fleet.alerts.deliveries",
                        "fleet.silences");
        assertThat(Topics.CONNECTION_EVENTS.settings())
                .containsOnly(Map.entry("cleanup.policy", "delete"), Map.entry("retention.ms", "604800000"));
        assertThat(Topics.CONNECTION_EVENTS_DEAD_LETTER.settings()).containsEntry("retention.ms", "1209600000");
        assertThat(Topics.ALERTS.settings()).containsEntry("cleanup.policy", "compact,delete");
        assertThat(Topics.ALERTS_DEAD_LETTER.settings()).containsEntry("retention.ms", "1209600000");
    }

    @Test
    void shouldNameSubjectAfterTopicWhenTopicIsRenamed() {
        // When
        TopicDefinition renamed = Topics.ALERTS.named("eu.alerts");

        // Then
        assertThat(renamed.valueSubject()).isEqualTo("eu.alerts-value");
        assertThat(renamed.settings()).isEqualTo(Topics.ALERTS.settings());
    }

    @Test
    void shouldRefuseBlankNameAndNoPartitions() {
        assertThatThrownBy(() -> Topics.ALERTS.named(" ")).hasMessageContaining("topic name is blank");
        assertThatThrownBy(() -> new TopicDefinition("t", TopicDefinition.Cleanup.DELETE, Duration.ZERO, 0))
                .hasMessageContaining("topic t has 0 partitions");
    }
}

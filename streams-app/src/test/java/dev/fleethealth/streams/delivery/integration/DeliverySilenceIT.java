package dev.fleethealth.streams.delivery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.Topics;
import dev.fleethealth.service.kafka.KafkaStart;
import dev.fleethealth.streams.delivery.AlertMatch;
import dev.fleethealth.streams.delivery.SampleAlerts;
import dev.fleethealth.streams.delivery.SilenceRequest;
import dev.fleethealth.streams.delivery.Silences;
import dev.fleethealth.streams.delivery.kafka.SilenceTopic;
import dev.fleethealth.streams.policy.NamePattern;
import dev.fleethealth.testkit.kafka.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A silence that was created elsewhere holds from the first alert on, until somebody expires it. */
class DeliverySilenceIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private Path folder;

    @Test
    void shouldTellOfASilencedAlertOnlyWhenTheSilenceIsExpired() throws Exception {
        // Given
        try (KafkaBroker kafka = KafkaBroker.start();
                PagerDutyStub pagerDuty = new PagerDutyStub(0, key -> false, 5);
                SilenceTopic silences = silences(kafka.bootstrapServers());
                DeliveryProcess delivery =
                        DeliveryProcess.start(folder, kafka.bootstrapServers(), """
                          targets:
                            - type: pagerduty
                              endpoint: %s
                              routing-key: ${env:PATH}
                        """.formatted(pagerDuty.url()))) {
            within(60).until(delivery::isReady);
            // When
            new AlertTopic(kafka.bootstrapServers())
                    .send(Stream.of("trains", "scooters").map(fleet -> SampleAlerts.open(fleet, NOW)));
            // Then
            within(30).until(() -> pagerDuty.open() == 1);
            within(30).until(() -> delivery.metrics().contains("outcome=\"silenced\""));
            assertThat(pagerDuty.openSummaries()).singleElement().asString().contains("scooters");
            // When
            silences.expire("trains", Instant.now());
            // Then
            within(30).until(() -> pagerDuty.open() == 2);
        }
    }

    /** With one silence, which is on the topic before the program under test starts. */
    private static SilenceTopic silences(String bootstrapServers) throws InterruptedException {
        Map<String, Object> clients = Map.of("bootstrap.servers", bootstrapServers);
        new KafkaStart(clients, longest -> false).awaitTopics(List.of(Topics.SILENCES));
        SilenceTopic silences = new SilenceTopic(clients, Topics.SILENCES.name(), new Silences(List.of()));
        AlertMatch trains =
                new AlertMatch(List.of(NamePattern.of("trains")), List.of(), List.of(), List.of(), List.of());
        silences.create(
                new SilenceRequest(
                        Optional.of("trains"), trains, Optional.empty(), NOW.plusSeconds(3_600), "Ada", "a test"),
                NOW);
        return silences;
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100));
    }
}

package dev.fleethealth.streams.delivery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.delivery.SampleAlerts;
import dev.fleethealth.testkit.kafka.KafkaBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances share the partitions; one comes and one goes while there is much to tell, and half the answers are slow. */
class DeliveryRebalanceIT {
    private static final String GROUP = "fleet-health-delivery-oncall";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final int BATCH = 4;
    private static final Pattern DELIVERED =
            Pattern.compile("fleet_health_deliveries_total\\{[^}]*outcome=\"delivered\"[^}]*} (\\d+)");

    private final List<Alert> opened = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void shouldTriggerAndResolveOnceForEachEpisodeWhenPartitionsMove() throws Exception {
        // Given
        try (KafkaBroker kafka = KafkaBroker.start();
                PagerDutyStub pagerDuty = new PagerDutyStub(0.5, List.of(Fault.SLOW_ANSWER), key -> false, 7);
                DeliveryProcess first = instance("first", kafka, pagerDuty)) {
            AlertTopic topic = new AlertTopic(kafka.bootstrapServers());
            within(60).until(() -> first.isReady() && pagerDuty.triggers() == 0);
            // When
            try (DeliveryProcess second = instance("second", kafka, pagerDuty)) {
                within(60).until(() -> {
                    topic.send(newAlerts().stream());
                    return delivered(second) > 10;
                });
                within(60).until(() -> pagerDuty.open() == opened.size());
                topic.send(resolvedFrom(0, opened.size() / 2).stream());
                within(60).until(() -> pagerDuty.resolves() > 0);
                second.process().terminate();
                topic.send(resolvedFrom(opened.size() / 2, opened.size()).stream());
                second.process().awaitExit(Duration.ofSeconds(30));
            }
            // Then
            within(60).until(() -> pagerDuty.open() == 0);
            within(60).until(() -> topic.uncommitted(GROUP) == 0);
            assertThat(delivered(first)).isGreaterThan(10);
            assertThat(List.of(pagerDuty.incidents(), pagerDuty.triggers(), pagerDuty.resolves(), pagerDuty.ghosts()))
                    .as("incidents, triggers, resolves, opened again after the resolve")
                    .containsExactly(opened.size(), opened.size(), opened.size(), 0);
        }
    }

    private DeliveryProcess instance(String name, KafkaBroker kafka, PagerDutyStub pagerDuty) throws IOException {
        return DeliveryProcess.start(
                Files.createDirectories(folder.resolve(name)), kafka.bootstrapServers(), """
                  targets:
                    - type: pagerduty
                      name: oncall
                      endpoint: %s
                      routing-key: ${env:PATH}
                      limits: {calls-per-minute: 1000000, in-flight: 64, flood: 0}
                """.formatted(
                                pagerDuty.url()));
    }

    private List<Alert> newAlerts() {
        List<Alert> batch = IntStream.range(opened.size(), opened.size() + BATCH)
                .mapToObj(number -> SampleAlerts.open("fleet-" + number, NOW))
                .toList();
        opened.addAll(batch);
        return batch;
    }

    private List<Alert> resolvedFrom(int from, int to) {
        return opened.subList(from, to).stream()
                .map(alert -> SampleAlerts.resolved(alert, NOW.plusSeconds(10)))
                .toList();
    }

    /** How many it delivered, by its own account; 0 as long as it gives none. */
    private static int delivered(DeliveryProcess instance) throws InterruptedException {
        try {
            return DELIVERED
                    .matcher(instance.metrics())
                    .results()
                    .map((MatchResult total) -> total.group(1))
                    .mapToInt(Integer::parseInt)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100));
    }
}

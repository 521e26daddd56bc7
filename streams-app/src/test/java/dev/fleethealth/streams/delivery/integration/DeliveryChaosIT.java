package dev.fleethealth.streams.delivery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.delivery.SampleAlerts;
import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import dev.fleethealth.testkit.kafka.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The promises of delivery on the worst of days; small in each build, large with {@code -Pchaos}. */
@Tag("chaos")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class DeliveryChaosIT {
    private static final String GROUP = "fleet-health-delivery-oncall";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private Path folder;

    @Test
    void shouldPageOnceForEachEpisodeWhateverPagerDutyDoesAndHoweverOftenItIsKilled() throws Exception {
        // Given
        int count = ChaosSize.pick(150, 10_000);
        int kills = ChaosSize.pick(1, 10);
        List<Alert> alerts = alerts(count);
        long bad = alerts.stream().filter(alert -> isBad(alert.getDedupKey())).count();
        Instant begin = Instant.now();
        try (KafkaBroker kafka = KafkaBroker.start();
                PagerDutyStub pagerDuty = new PagerDutyStub(0.3, DeliveryChaosIT::isBad, 15);
                DeliveryProcess delivery =
                        DeliveryProcess.start(folder, kafka.bootstrapServers(), """
                          targets:
                            - type: pagerduty
                              name: oncall
                              endpoint: %s
                              routing-key: ${env:PATH}
                              limits: {calls-per-minute: 1000000, in-flight: 64, timeout: 500ms, first-retry: 200ms, longest-retry: 5s, flood: 0}
                        """.formatted(pagerDuty.url()))) {
            AlertTopic topic = new AlertTopic(kafka.bootstrapServers());
            within(60).until(delivery::isReady);
            // When
            topic.send(alerts.stream());
            for (int kill = 1; kill <= kills; kill++) {
                int due = (count * kill) / (2 * kills + 1);
                within(600).until(() -> pagerDuty.incidents() >= due);
                delivery.dieAndStartAgain();
            }
            within(900).until(() -> pagerDuty.open() == count - bad);
            topic.send(
                    alerts.stream().map(alert -> SampleAlerts.updated(alert, Severity.CRITICAL, NOW.plusSeconds(5))));
            topic.send(alerts.stream().map(alert -> SampleAlerts.resolved(alert, NOW.plusSeconds(10))));
            for (int kill = 1; kill <= kills; kill++) {
                int left = count - (count * kill) / (2 * kills + 1);
                within(600).until(() -> pagerDuty.open() <= left);
                delivery.dieAndStartAgain();
            }
            within(900).until(() -> pagerDuty.open() == 0);
            within(120).until(() -> topic.uncommitted(GROUP) == 0);
            Duration took = Duration.between(begin, Instant.now());
            delivery.process().terminate();
            delivery.process().awaitExit(Duration.ofSeconds(30));
            topic.rewind(GROUP);
            int before = pagerDuty.triggers();
            delivery.startAgain();
            within(120).until(() -> topic.uncommitted(GROUP) == 0);
            // Then
            List<ConsumerRecord<byte[], byte[]>> letters = topic.deadLetters();
            new Figure(
                            "15-pagerduty",
                            "PagerDuty faults: 429, 500, 503, no answer, slow answer, reset, 400; kill -9; replay",
                            "%,d alerts, %d kills".formatted(count, 2 * kills),
                            "incidents = alerts, none missing, no ghost, 400 set aside after one try",
                            "%,d incidents of %,d good alerts, %d ghosts, %d triggers on replay, %,d calls, %d dead letters of %d bad ones; %d s; busy machine"
                                    .formatted(
                                            pagerDuty.incidents(),
                                            count - bad,
                                            pagerDuty.ghosts(),
                                            pagerDuty.triggers() - before,
                                            pagerDuty.calls(),
                                            letters.size(),
                                            bad,
                                            took.toSeconds()))
                    .write();
            assertThat(pagerDuty.incidents()).isEqualTo((int) (count - bad));
            assertThat(pagerDuty.ghosts()).isZero();
            assertThat(pagerDuty.triggers()).isEqualTo(before);
            assertThat(pagerDuty.open()).isZero();
            assertThat(letters.stream().map(letter -> topic.read(letter.value()).getDedupKey()))
                    .allMatch(DeliveryChaosIT::isBad);
            assertThat(letters.stream()
                            .map(letter -> topic.read(letter.value()).getDedupKey())
                            .distinct())
                    .hasSize((int) bad);
        }
    }

    @Test
    void shouldMakeOnePageOfAFloodAndStayWithinTheRate() throws Exception {
        // Given
        int count = ChaosSize.pick(1_000, 10_000);
        try (KafkaBroker kafka = KafkaBroker.start();
                PagerDutyStub pagerDuty = new PagerDutyStub(0, key -> false, 16);
                DeliveryProcess delivery =
                        DeliveryProcess.start(folder, kafka.bootstrapServers(), """
                          targets:
                            - type: pagerduty
                              name: oncall
                              endpoint: %s
                              routing-key: ${env:PATH}
                        """.formatted(pagerDuty.url()))) {
            AlertTopic topic = new AlertTopic(kafka.bootstrapServers());
            within(60).until(delivery::isReady);
            // When
            topic.send(alerts(count).stream());
            within(120).until(() -> topic.uncommitted(GROUP) == 0);
            within(30).until(() -> pagerDuty.open() == 21);
            await().during(Duration.ofSeconds(2)).until(() -> pagerDuty.open() == 21);
            int opening = pagerDuty.calls();
            topic.send(alerts(count).stream().map(alert -> SampleAlerts.resolved(alert, NOW.plusSeconds(10))));
            within(180).until(() -> pagerDuty.open() == 0);
            // Then
            new Figure(
                            "16-flood",
                            "alert floods are bounded",
                            "%,d alerts at once".formatted(count),
                            "20 pages, then one for all others; at most 60 calls in any minute",
                            "%d pages, %d calls to open, %d in the busiest minute; busy machine"
                                    .formatted(pagerDuty.incidents(), opening, pagerDuty.busiestMinute()))
                    .write();
            assertThat(pagerDuty.incidents()).isEqualTo(21);
            assertThat(pagerDuty.busiestMinute()).isLessThanOrEqualTo(60);
        }
    }

    /** One in fifty is refused. */
    private static boolean isBad(String dedupKey) {
        return dedupKey.endsWith("7-bad");
    }

    private static List<Alert> alerts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "fleet-" + number + (number % 50 == 7 ? "-7-bad" : ""))
                .map(fleet -> SampleAlerts.open(fleet, NOW))
                .toList();
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100));
    }
}

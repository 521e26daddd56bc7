package dev.fleethealth.streams.delivery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.delivery.SampleAlerts;
import dev.fleethealth.testkit.kafka.KafkaBroker;
import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.process.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ways to a page by way of a real Alertmanager: alerts that we hand to it, and rules over our metrics. */
class PrometheusAlertmanagerIT {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private Path folder;

    @BeforeEach
    void needPrograms() {
        assumeTrue(
                Programs.areInstalled(),
                "NOT TRIED: prometheus and prometheus-alertmanager are not installed (Debian's packages of these names)");
    }

    @Test
    void shouldPageByWayOfAlertmanagerForAlertsAndForFailingDeliveries() throws Exception {
        // Given
        int alertmanagerPort = FreePort.find();
        Alert storm = SampleAlerts.open("scooters", now);
        try (KafkaBroker kafka = KafkaBroker.start();
                PagerDutyStub sink = new PagerDutyStub(0, key -> false, 1);
                ChildProcess alertmanager =
                        Programs.alertmanager(folder.resolve("alertmanager"), alertmanagerPort, sink.url());
                DeliveryProcess delivery = DeliveryProcess.start(
                        folder, kafka.bootstrapServers(), """
                          targets:
                            - {type: alertmanager, url: 'http://127.0.0.1:%d', resend-interval: 2s}
                            - {type: webhook, name: nobody, url: 'http://127.0.0.1:%d'}
                        """.formatted(alertmanagerPort, FreePort.find()));
                ChildProcess prometheus = Programs.prometheus(
                        folder.resolve("prometheus"), FreePort.find(), delivery.port(), alertmanagerPort)) {
            AlertTopic topic = new AlertTopic(kafka.bootstrapServers());
            within(60).until(delivery::isReady);
            // When
            topic.send(Stream.of(storm));
            // Then
            within(60).untilAsserted(() -> assertThat(sink.openSummaries())
                    .anySatisfy(page -> assertThat(page).contains("ReconnectionStorm", "scooters", "warning"))
                    .anySatisfy(page -> assertThat(page).contains("DeliveryFailing", "nobody")));
            topic.send(Stream.of(SampleAlerts.resolved(storm, now.plusSeconds(5))));
            within(30).untilAsserted(() -> assertThat(sink.openSummaries())
                    .singleElement()
                    .asString()
                    .contains("DeliveryFailing"));
            assertThat(alertmanager.isAlive()).isTrue();
            assertThat(prometheus.isAlive()).isTrue();
        }
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100));
    }
}

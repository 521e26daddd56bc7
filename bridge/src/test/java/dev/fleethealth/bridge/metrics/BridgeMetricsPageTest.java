package dev.fleethealth.bridge.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.service.management.ManagementServer;
import dev.fleethealth.service.management.ManagementSettings;
import dev.fleethealth.service.metrics.KafkaMetrics;
import dev.fleethealth.service.metrics.KafkaSeries;
import dev.fleethealth.service.metrics.ServiceMetrics;
import dev.fleethealth.testkit.metrics.MetricFamily;
import dev.fleethealth.testkit.metrics.MetricsPage;
import dev.fleethealth.testkit.metrics.Scrape;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that the bridge can show, held against {@code docs/metrics.md} and Prometheus' conventions. */
class BridgeMetricsPageTest {
    private final Scrape scrape = everything();

    @Test
    void shouldBeOnThePageAsShown() {
        assertThat(new MetricsPage(Path.of("")).table("bridge", scrape)).isEqualTo(MetricsPage.tableOf(scrape));
    }

    @Test
    void shouldKeepToTheConventions() {
        assertThat(scrape.families())
                .hasSizeGreaterThan(20)
                .flatMap(MetricFamily::faults)
                .isEmpty();
    }

    @Test
    void shouldSatisfyPromtool(@TempDir Path folder) throws Exception {
        assumeTrue(Scrape.promtoolIsInstalled(), "NOT TRIED: promtool is not installed (Debian's package prometheus)");
        assertThat(scrape.promtool(folder)).isEmpty();
    }

    @Test
    void shouldTakeNoLabelFromADevice() {
        assertThat(scrape.text())
                .contains("source=\"plant\"")
                .doesNotContain("secret-client", "203.0.113.9", "secret-user");
    }

    private static Scrape everything() {
        PrometheusMeterRegistry registry = ServiceMetrics.newRegistry();
        ManagementServer.start(new ManagementSettings("127.0.0.1", 0), registry, List.of(), List.of())
                .close();
        KafkaMetrics.show(registry, KafkaSeries.OF_PRODUCER, Map::of);
        BridgeMetrics metrics = new BridgeMetrics(registry);
        metrics.showInFlight(() -> 1, () -> 0.5);
        metrics.showConnected(() -> 1);
        metrics.showDialect("emqx");
        metrics.showLink("plant");
        metrics.showFileBehind("plant", () -> 100);
        metrics.httpAnswered("plant", 200);
        metrics.handled("emqx", Result.EVENT, metrics.received());
        metrics.countUnknownReason("emqx", event());
        return new Scrape(registry.scrape());
    }

    private static ConnectionEvent event() {
        return ConnectionEvent.newBuilder()
                .setEventId("1")
                .setType(EventType.DISCONNECTED)
                .setCategory(Category.UNKNOWN)
                .setRawReason("never_heard_of")
                .setSource("emqx")
                .setFleet("north")
                .setClientId("secret-client")
                .setPeerAddress("203.0.113.9")
                .setUsername("secret-user")
                .setOccurredAt(Instant.EPOCH)
                .setReceivedAt(Instant.EPOCH)
                .build();
    }
}

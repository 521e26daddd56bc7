package dev.fleethealth.streams.runtime;

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
import dev.fleethealth.streams.delivery.SampleAlerts;
import dev.fleethealth.streams.metrics.DeliveryMetrics;
import dev.fleethealth.streams.metrics.FaultCounters;
import dev.fleethealth.streams.metrics.FleetHealthMetrics;
import dev.fleethealth.streams.policy.IgnoreList;
import dev.fleethealth.testkit.metrics.MetricFamily;
import dev.fleethealth.testkit.metrics.MetricsPage;
import dev.fleethealth.testkit.metrics.Scrape;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that the streams app can show, held against {@code docs/metrics.md} and Prometheus' conventions. */
class StreamsMetricsPageTest {
    private final Scrape scrape = everything();

    @Test
    void shouldBeOnThePageAsShown() {
        assertThat(new MetricsPage(Path.of("")).table("streams-app", scrape)).isEqualTo(MetricsPage.tableOf(scrape));
    }

    @Test
    void shouldKeepToTheConventions() {
        assertThat(scrape.families())
                .hasSizeGreaterThan(30)
                .flatMap(MetricFamily::faults)
                .isEmpty();
    }

    @Test
    void shouldSatisfyPromtool(@TempDir Path folder) throws Exception {
        assumeTrue(Scrape.promtoolIsInstalled(), "NOT TRIED: promtool is not installed (Debian's package prometheus)");
        assertThat(scrape.promtool(folder)).isEmpty();
    }

    private static Scrape everything() {
        PrometheusMeterRegistry registry = ServiceMetrics.newRegistry();
        ManagementServer.start(new ManagementSettings("127.0.0.1", 0), registry, List.of(), List.of())
                .close();
        KafkaMetrics.show(registry, KafkaSeries.OF_STREAMS, Map::of);
        RocksDbMemory.bindTo(registry);
        new FaultCounters(registry);
        new DeliveryMetrics(registry, "pagerduty", () -> Instant.EPOCH).delivered(Duration.ofSeconds(1));
        FleetHealthMetrics metrics = new FleetHealthMetrics(registry, 10, fleet -> List.of("takeover-loop"));
        metrics.fleetMeasured("north", 1, 1);
        metrics.baselineLearned("north", "reconnection-storm", 1);
        metrics.eventIgnored(IgnoreList.Reason.ADDRESS);
        metrics.eventCounted(event(), Category.NETWORK_LOST);
        metrics.alertEmitted(SampleAlerts.open("north", Instant.EPOCH), Duration.ofSeconds(1));
        return new Scrape(registry.scrape());
    }

    private static ConnectionEvent event() {
        return ConnectionEvent.newBuilder()
                .setEventId("1")
                .setType(EventType.DISCONNECTED)
                .setSource("emqx")
                .setFleet("north")
                .setClientId("c")
                .setOccurredAt(Instant.EPOCH)
                .setReceivedAt(Instant.EPOCH)
                .build();
    }
}

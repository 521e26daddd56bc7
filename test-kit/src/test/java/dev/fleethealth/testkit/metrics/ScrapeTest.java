package dev.fleethealth.testkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScrapeTest {
    @Test
    void shouldReadNamesTypesAndLabels() {
        // Given
        Scrape scrape = new Scrape("""
                # HELP wait_seconds How long one waits
                # TYPE wait_seconds histogram
                wait_seconds_bucket{queue="a",le="1.0"} 3
                wait_seconds_count{queue="a"} 3
                # HELP other_total Others
                # TYPE other_total counter
                other_total 1.0
                """);

        // Then
        assertThat(scrape.families())
                .containsExactly(
                        new MetricFamily("other_total", "counter", "Others", Set.of()),
                        new MetricFamily("wait_seconds", "histogram", "How long one waits", Set.of("queue")));
    }

    @Test
    void shouldFindNoFaultInWhatKeepsToTheConventions() {
        assertThat(faults("request_latency_max_seconds", "gauge")).isEmpty();
        assertThat(faults("wait_seconds_max", "gauge")).isEmpty();
        assertThat(faults("events_total", "counter")).isEmpty();
    }

    @Test
    void shouldNameEachFault() {
        assertThat(new MetricFamily("events_total", "counter", "", Set.of()).faults())
                .containsExactly("events_total has no description");
        assertThat(faults("events", "counter")).hasSize(1);
        assertThat(faults("events_total", "gauge")).hasSize(1);
        assertThat(faults("request_latency", "gauge"))
                .containsExactly("request_latency is to end in the base unit _seconds");
        assertThat(faults("memory_used", "gauge")).containsExactly("memory_used is to end in the base unit _bytes");
    }

    private static List<String> faults(String name, String type) {
        return new MetricFamily(name, type, "Something", Set.of()).faults();
    }
}

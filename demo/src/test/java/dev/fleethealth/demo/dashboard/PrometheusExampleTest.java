package dev.fleethealth.demo.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fleethealth.demo.stack.Stack;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrometheusExampleTest {
    @Test
    void shouldBeAcceptedByPromtoolWithItsRules() throws Exception {
        assumeTrue(Stack.hasPrometheus(), "NOT TRIED: Prometheus is not installed (Debian's package prometheus)");
        // When
        Process promtool = new ProcessBuilder("promtool", "check", "config", "../monitoring/prometheus.yml")
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // Then
        assertThat(promtool.waitFor()).as(said).isZero();
        assertThat(said).contains("1 rule files found");
    }
}

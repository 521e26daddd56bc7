package dev.fleethealth.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.service.management.ManagementServer;
import dev.fleethealth.service.management.ManagementSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldExitWithZeroWhenReady() {
        // Given
        try (ManagementServer server = serve(List.of())) {
            // When
            int exitCode = ask("http://127.0.0.1:" + server.port() + "/readyz");

            // Then
            assertThat(exitCode).isZero();
            assertThat(out.toString()).isEqualToIgnoringNewLines("ready");
        }
    }

    @Test
    void shouldSayWhyAndExitWithOneWhenNotReady() {
        // Given
        try (ManagementServer server = serve(List.of(waitingForKafka()))) {
            // When
            int exitCode = ask("http://127.0.0.1:" + server.port() + "/readyz");

            // Then
            assertThat(exitCode).isEqualTo(1);
            assertThat(err.toString()).isEqualToIgnoringNewLines("not ready: 503, kafka: waiting");
        }
    }

    @Test
    void shouldExitWithOneWhenNobodyAnswers() {
        // Given
        ManagementServer stopped = serve(List.of());
        stopped.close();

        // When
        int exitCode = ask("http://127.0.0.1:" + stopped.port() + "/readyz");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).startsWith("not ready: no answer, ").hasLineCount(1);
    }

    @Test
    void shouldExitWithTwoWhenTheUrlIsNone() {
        // When
        int exitCode = ask("localhost");

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("--url: expected http://host:port/readyz, was \"localhost\"");
    }

    private int ask(String url) {
        return Program.commandLine(new ReadyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("--url", url);
    }

    private static ManagementServer serve(List<HealthCheck> ready) {
        return ManagementServer.start(
                new ManagementSettings("127.0.0.1", 0),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                List.of(),
                ready);
    }

    private static HealthCheck waitingForKafka() {
        return new HealthCheck() {
            @Override
            public String name() {
                return "kafka";
            }

            @Override
            public Optional<String> problem() {
                return Optional.of("waiting");
            }
        };
    }
}

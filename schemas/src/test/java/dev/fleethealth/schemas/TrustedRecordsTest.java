package dev.fleethealth.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.Test;

class TrustedRecordsTest {

    /** What {@code main} below does in a process that loads no serde. */
    @Test
    void shouldTrustRecordsInFreshProcessWithoutAnySerde() throws Exception {
        // When
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrustedRecordsTest.class.getName())
                .redirectErrorStream(true)
                .start();

        // Then
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(new String(process.getInputStream().readAllBytes(), UTF_8))
                .isZero();
    }

    @Test
    void shouldTrustNothingElse() {
        // Given
        TrustedRecords.trust();

        // Then
        assertThatThrownBy(() -> ClassSecurityValidator.validate(ProcessBuilder.class))
                .isInstanceOf(SecurityException.class);
    }

    public static void main(String[] arguments) {
        ConnectionEvent.newBuilder(SampleRecords.disconnected()).build();
    }
}

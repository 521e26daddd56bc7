package dev.fleethealth.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryFaultsTest {
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    private static final String ANSWER = "{\"error_code\":%d,\"message\":\"because\"}";
    private static final String FOUND = "{\"schema\":\"\\\"string\\\"\"}";

    private final TestClients clients = new TestClients();
    private RegistryStub registry;

    @BeforeEach
    void start() throws IOException {
        registry = new RegistryStub();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401, 40101, AuthenticationException",
        "403, 40301, AuthorizationException",
        "404, 40401, RegistryRejectedException",
        "404, 40403, RegistryRejectedException",
        "409, 40901, RegistryRejectedException",
        "409,   409, RegistryRejectedException",
        "422, 42201, RegistryRejectedException",
        "400,   400, RegistryRejectedException",
        "405,   405, RegistryRejectedException",
        "301,     0, RegistryRejectedException",
    })
    void shouldNotAskAgainWhenAnswerIsFinal(int status, int code, String exception) {
        // Given
        registry.then(status, ANSWER.formatted(code));

        // When
        ApiException fault = catchThrowableOfType(ApiException.class, () -> client().schemaById(1));

        // Then
        assertThat(fault.getClass().getSimpleName()).isEqualTo(exception);
        assertThat(fault)
                .hasMessage("GET /schemas/ids/1 at %s: HTTP %d, code %d: because", registry.url(), status, code);
        assertThat(registry.requests()).hasSize(1);
        assertThat(clients.pauses).isEmpty();
        if (fault instanceof RegistryRejectedException rejected) {
            assertThat(rejected.status()).isEqualTo(status);
            assertThat(rejected.errorCode()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "408, TimeoutException",
        "429, ThrottlingQuotaExceededException",
        "500, TimeoutException",
        "502, DisconnectException",
        "503, TimeoutException",
        "504, TimeoutException",
        "599, TimeoutException",
    })
    void shouldAskAgainThenGiveUpWhenRegistryIsInTrouble(int status, String exception) {
        // Given
        for (int tried = 0; tried < 4; tried++) {
            registry.then(status, ANSWER.formatted(50001));
        }

        // When
        ApiException fault = catchThrowableOfType(ApiException.class, () -> client().schemaById(1));

        // Then
        assertThat(fault.getClass().getSimpleName()).isEqualTo(exception);
        assertThat(fault).isInstanceOf(RetriableException.class);
        assertThat(registry.requests()).hasSize(4);
        assertThat(clients.pauses).hasSize(3);
    }

    @Test
    void shouldSucceedWhenRegistryRecovers() {
        // Given
        registry.then(503, "<html>busy</html>").then(502, "").then(200, FOUND);

        // Then
        assertThat(client().schemaById(1)).isEqualTo(TEXT);
        assertThat(clients.pauses).hasSize(2);
    }

    @Test
    void shouldTellOfConnectionThatWasClosed() {
        // Given: Java's client itself asks twice
        registry.thenHangUp().thenHangUp();

        // Then
        assertThatThrownBy(
                        () -> clients.client(registry.url(), "max.retries", "0").schemaById(1))
                .isInstanceOf(DisconnectException.class);
    }

    @Test
    void shouldWaitLongerFromRetryToRetryUpToTheLimit() {
        // Given
        RetryPolicy policy = new RetryPolicy(9, Duration.ofSeconds(1), Duration.ofSeconds(5));

        // Then
        for (int round = 0; round < 200; round++) {
            assertThat(policy.waitBefore(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            assertThat(policy.waitBefore(2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
            assertThat(policy.waitBefore(9)).isBetween(Duration.ofMillis(2_500), Duration.ofSeconds(5));
            assertThat(policy.waitBefore(Integer.MAX_VALUE)).isLessThanOrEqualTo(Duration.ofSeconds(5));
        }
    }

    @Test
    void shouldSayThatUrlIsNoRegistryWhenAnswerIsNoJson() {
        // Given
        registry.then(404, "<html>Not Found</html>")
                .then(200, "<html>Welcome</html>")
                .then(200, "");

        // Then
        for (int tried = 0; tried < 3; tried++) {
            assertThatThrownBy(() -> client().schemaById(1))
                    .isInstanceOf(RegistryRejectedException.class)
                    .hasMessageContaining("is this the base URL of a schema registry?");
        }
    }

    @Test
    void shouldCutMessagesOfTheRegistry() {
        // Given
        registry.then(409, "{\"error_code\":409,\"message\":\"a\\nb" + "x".repeat(10_000) + "\"}");

        // Then
        assertThatThrownBy(() -> client().schemaById(1))
                .hasMessageContaining("a b")
                .extracting(Throwable::getMessage)
                .asString()
                .hasSizeLessThan(500);
    }

    @Test
    void shouldTakeTheNextRegistryAndStayWithIt() throws IOException {
        try (RegistryStub second = new RegistryStub()) {
            // Given
            registry.then(503, ANSWER.formatted(50301));
            second.then(200, FOUND).then(200, FOUND);
            HttpRegistryClient client =
                    clients.client("http://localhost:" + freePort() + "," + registry.url() + "/," + second.url());

            // When
            client.schemaById(1);
            client.schemaById(1);

            // Then
            assertThat(clients.pauses).isEmpty();
            assertThat(registry.requests()).hasSize(1);
            assertThat(second.requests()).hasSize(2);
        }
    }

    @Test
    void shouldNotAskTheNextRegistryWhenTheFirstSaysNo() throws IOException {
        try (RegistryStub second = new RegistryStub()) {
            // Given
            registry.then(403, ANSWER.formatted(403));

            // When
            assertThatThrownBy(() ->
                            clients.client(registry.url() + "," + second.url()).schemaById(1))
                    .isInstanceOf(AuthorizationException.class);

            // Then
            assertThat(second.requests()).isEmpty();
        }
    }

    @Test
    void shouldTellOfNoConnectionAndNoAnswerInTime() throws IOException {
        assertThatThrownBy(() -> clients.client("http://localhost:" + freePort(), "max.retries", "0")
                        .schemaById(1))
                .isInstanceOf(DisconnectException.class)
                .hasMessageContaining("no answer");
        try (ServerSocket silent =
                new ServerSocket(0, 1, RegistryStub.loopback().getAddress())) {
            String url = "http://localhost:" + silent.getLocalPort();
            assertThatThrownBy(() -> clients.client(url, "max.retries", "0", "http.read.timeout.ms", "50")
                            .schemaById(1))
                    .isInstanceOf(TimeoutException.class);
        }
    }

    private HttpRegistryClient client() {
        return clients.client(registry.url());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

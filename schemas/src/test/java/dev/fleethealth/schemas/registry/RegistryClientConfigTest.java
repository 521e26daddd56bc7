package dev.fleethealth.schemas.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryClientConfigTest {
    private static final String CANARY = "canary-of-a-password";

    private RegistryStub registry;

    @BeforeEach
    void start() throws IOException {
        registry = new RegistryStub().then(200, "{\"schema\":\"\\\"string\\\"\"}");
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void shouldSendNoCredentialsWhenNoneAreConfigured() {
        assertThat(authorization()).isEqualTo("null");
    }

    @Test
    void shouldTakeBasicCredentialsFromUrl() {
        // When
        new TestClients()
                .client("http://user:" + CANARY + "@" + registry.host())
                .schemaById(1);

        // Then
        assertThat(registry.requests().get(0).authorization()).isEqualTo(basic("user:" + CANARY));
    }

    @Test
    void shouldTakeBasicCredentialsFromUserInfo() {
        assertThat(authorization(
                        "basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "user:" + CANARY))
                .isEqualTo(basic("user:" + CANARY));
    }

    @Test
    void shouldTakeBasicCredentialsFromKafkasLogin() {
        assertThat(
                        authorization(
                                "basic.auth.credentials.source",
                                "SASL_INHERIT",
                                "sasl.jaas.config",
                                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=\"p\";"))
                .isEqualTo(basic("u:p"));
    }

    @Test
    void shouldSendBearerToken() {
        assertThat(authorization("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", CANARY))
                .isEqualTo("Bearer " + CANARY);
    }

    @Test
    void shouldNotShowSecretsInMessages() {
        // Given
        String url = "http://user:" + CANARY + "@" + registry.host();
        registry.then(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");
        HttpRegistryClient client = new TestClients().client(url);
        client.schemaById(1);

        // Then
        assertThatThrownBy(() -> client.schemaById(1))
                .hasMessageNotContaining(CANARY)
                .hasMessageContaining(registry.url());
        assertThatThrownBy(() -> RegistryClientConfig.of(Map.of("schema.registry.url", "ftp://u:" + CANARY + "@h"))
                        .urls())
                .hasMessageNotContaining(CANARY);
        assertThat(RegistryClientConfig.of(Map.of("schema.registry.url", "http://h", "bearer.auth.token", CANARY))
                        .values()
                        .toString())
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @CsvSource({
        "basic.auth.credentials.source, USER_INFO, basic.auth.user.info",
        "basic.auth.credentials.source, SASL_INHERIT, sasl.jaas.config",
        "basic.auth.credentials.source, FILE, 'expected URL, USER_INFO or SASL_INHERIT'",
        "bearer.auth.credentials.source, STATIC_TOKEN, bearer.auth.token",
        "bearer.auth.credentials.source, OAUTHBEARER, expected STATIC_TOKEN",
        "max.retries, -1, max.retries",
        "http.read.timeout.ms, 0, http.read.timeout.ms",
        "schema.registry.ssl.truststore.location, /does/not/exist, schema.registry.ssl",
        "schema.registry.ssl.endpoint.identification.algorithm, none, the check of the host name stays on",
    })
    void shouldRefuseHalfConfiguration(String key, String value, String message) {
        assertThatThrownBy(() -> new TestClients().client(registry.url(), key, value))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseTwoKindsOfCredentials() {
        assertThatThrownBy(() -> authorization(
                        "basic.auth.credentials.source",
                        "USER_INFO",
                        "basic.auth.user.info",
                        "u:p",
                        "bearer.auth.credentials.source",
                        "STATIC_TOKEN",
                        "bearer.auth.token",
                        "t"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("are both set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost:8081",
                "ftp://host",
                "http://",
                "http://a b",
                "http://h,,nonsense",
                "http://h,mock://x"
            })
    void shouldRefuseWhatIsNoUrlOfRegistry(String urls) {
        assertThatThrownBy(() -> RegistryClients.of(Map.of("schema.registry.url", urls)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void shouldRefuseMissingUrl() {
        assertThatThrownBy(() -> RegistryClients.of(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void shouldShareOneClientWhenOnlyOtherSettingsDiffer() {
        // Given
        Map<String, Object> settings = new HashMap<>(Map.of("schema.registry.url", registry.url(), "client.id", "one"));
        RegistryClient first = RegistryClients.of(settings);

        // Then
        settings.put("client.id", "two");
        assertThat(RegistryClients.of(settings)).isSameAs(first);
        settings.put("max.retries", "0");
        assertThat(RegistryClients.of(settings)).isNotSameAs(first);
    }

    private String authorization(String... keysAndValues) {
        new TestClients().client(registry.url(), keysAndValues).schemaById(1);
        return registry.requests().get(0).authorization();
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(UTF_8));
    }
}

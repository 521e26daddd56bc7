package dev.fleethealth.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleethealth.schemas.ConnectionEvent;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers as the genuine registry 8.3.1 and Apicurio 2.6 and 3.3 send them. */
class HttpRegistryClientTest {
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

    private RegistryStub registry;
    private HttpRegistryClient client;

    @BeforeEach
    void start() throws IOException {
        registry = new RegistryStub();
        client = new TestClients().client(registry.url());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"id\":7}", "{\"id\":7,\"version\":1,\"guid\":\"x\",\"schemaType\":\"AVRO\",\"schema\":\"\"}"})
    void shouldTakeIdFromAnswerWhenSchemaIsRegistered(String answer) {
        // Given
        registry.then(200, answer);

        // Then
        assertThat(client.register("a/b c-value", TEXT)).isEqualTo(7);
        assertThat(registry.lines()).containsExactly("POST /subjects/a%2Fb%20c-value/versions?normalize=false");
        assertThat(registry.requests().get(0).body()).isEqualTo("{\"schema\":\"\\\"string\\\"\"}");
    }

    @Test
    void shouldLookUpWithoutRegistering() {
        // Given
        registry.then(200, "{\"subject\":\"s\",\"version\":2,\"id\":9,\"schema\":\"\\\"string\\\"\"}");

        // Then
        assertThat(client.lookUp("s", TEXT)).isEqualTo(9);
        assertThat(registry.lines()).containsExactly("POST /subjects/s?normalize=false");
    }

    @Test
    void shouldAskForNormalFormWhenConfigured() {
        // Given
        registry.then(200, "{\"id\":7}");

        // When
        new TestClients().client(registry.url(), "normalize.schemas", "true").register("s", TEXT);

        // Then
        assertThat(registry.lines()).containsExactly("POST /subjects/s/versions?normalize=true");
    }

    @Test
    void shouldSendSchemaWithoutJavaProperties() {
        // Given
        registry.then(200, "{\"id\":7}");

        // When
        client.register("s", ConnectionEvent.getClassSchema());

        // Then
        assertThat(registry.requests().get(0).body())
                .doesNotContain("avro.java.string")
                .contains("timestamp-millis", "Exactly as the broker gave it.");
    }

    @Test
    void shouldReadLatestVersion() {
        // Given
        registry.then(200, "{\"subject\":\"s\",\"version\":3,\"id\":12,\"schema\":\"\\\"string\\\"\"}");

        // Then
        assertThat(client.latest("s")).isEqualTo(new RegisteredSchema(12, 3, TEXT));
        assertThat(registry.lines()).containsExactly("GET /subjects/s/versions/latest");
    }

    @Test
    void shouldReadSchemaById() {
        // Given
        registry.then(200, "{\"schema\":\"\\\"string\\\"\"}");

        // Then
        assertThat(client.schemaById(42)).isEqualTo(TEXT);
        assertThat(registry.lines()).containsExactly("GET /schemas/ids/42");
    }

    @Test
    void shouldGiveReasonsWhenSchemaIsNotCompatible() {
        // Given
        registry.then(200, "{\"is_compatible\":false,\"messages\":[\"READER_FIELD_MISSING_DEFAULT_VALUE\"]}")
                .then(200, "{\"is_compatible\":false,\"reason\":\"because\"}")
                .then(200, "{\"is_compatible\":true}")
                .then(404, "{\"error_code\":40401,\"message\":\"Subject 's' not found.\"}");

        // Then
        assertThat(client.testCompatibility("s", TEXT).reasons()).containsExactly("READER_FIELD_MISSING_DEFAULT_VALUE");
        assertThat(client.testCompatibility("s", TEXT).reasons()).containsExactly("because");
        assertThat(client.testCompatibility("s", TEXT).compatible()).isTrue();
        assertThat(client.testCompatibility("s", TEXT).compatible())
                .as("nothing to be compatible with")
                .isTrue();
        assertThat(registry.lines()).containsOnly("POST /compatibility/subjects/s/versions/latest?verbose=true");
    }

    @Test
    void shouldReadAndSetCompatibilityOfSubject() {
        // Given
        registry.then(404, "{\"error_code\":40408,\"message\":\"no level of its own\"}")
                .then(200, "{\"compatibility\":\"FULL_TRANSITIVE\"}")
                .then(200, "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");

        // When
        assertThat(client.compatibility("s")).isEmpty();
        client.setCompatibility("s", CompatibilityLevel.FULL_TRANSITIVE);

        // Then
        assertThat(client.compatibility("s")).contains(CompatibilityLevel.FULL_TRANSITIVE);
        assertThat(registry.lines()).containsExactly("GET /config/s", "PUT /config/s", "GET /config/s");
        assertThat(registry.requests().get(1).body()).isEqualTo("{\"compatibility\":\"FULL_TRANSITIVE\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"schema\":7}",
                "{\"schema\":\"nonsense\"}",
                "{\"schema\":\"{}\",\"schemaType\":\"JSON\"}"
            })
    void shouldBlameRegistryWhenItsAnswerHoldsNoAvroSchema(String answer) {
        // Given
        registry.then(200, answer);

        // Then
        assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(InvalidConfigurationException.class);
    }

    @Test
    void shouldBlameRegistryWhenItsAnswerHoldsNoId() {
        for (String answer : List.of("{}", "{\"id\":\"seven\"}", "{\"id\":99999999999}", "[]")) {
            registry.then(200, answer);
            assertThatThrownBy(() -> client.register("s", TEXT))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining("field \"id\"");
        }
    }
}

package dev.fleethealth.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fleethealth.schemas.Alert;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class InMemoryRegistryClientTest {
    private static final Schema FIRST =
            SchemaBuilder.record("R").fields().requiredString("a").endRecord();
    private static final Schema WITH_OPTIONAL = SchemaBuilder.record("R")
            .fields()
            .requiredString("a")
            .optionalString("b")
            .endRecord();
    private static final Schema WITH_REQUIRED = SchemaBuilder.record("R")
            .fields()
            .requiredString("a")
            .requiredString("b")
            .endRecord();

    private final RegistryClient registry = new InMemoryRegistryClient();

    @Test
    void shouldGiveOneIdToOneSchema() {
        // When
        int id = registry.register("s", FIRST);

        // Then
        assertThat(registry.register("s", FIRST)).isEqualTo(id);
        assertThat(registry.register("other", FIRST)).isEqualTo(id);
        assertThat(registry.lookUp("s", FIRST)).isEqualTo(id);
        assertThat(registry.schemaById(id)).isEqualTo(FIRST);
        assertThat(registry.register("s", WITH_OPTIONAL)).isGreaterThan(id);
        assertThat(registry.latest("s")).isEqualTo(new RegisteredSchema(id + 1, 2, WITH_OPTIONAL));
    }

    @Test
    void shouldKeepSchemaWithoutJavaProperties() {
        assertThat(registry.schemaById(registry.register("s", Alert.getClassSchema()))
                        .toString())
                .doesNotContain("avro.java.string");
    }

    @Test
    void shouldRefuseAsARegistryDoes() {
        registry.register("s", FIRST);

        assertThat(refusal(() -> registry.schemaById(77)).errorCode()).isEqualTo(40403);
        assertThat(refusal(() -> registry.schemaById(-1)).errorCode()).isEqualTo(40403);
        assertThat(refusal(() -> registry.lookUp("s", WITH_OPTIONAL)).errorCode())
                .isEqualTo(40403);
        assertThat(refusal(() -> registry.lookUp("none", FIRST)).errorCode()).isEqualTo(40401);
        assertThat(refusal(() -> registry.latest("none")).errorCode()).isEqualTo(40401);
        assertThat(refusal(() -> registry.register("s", WITH_REQUIRED)).status())
                .isEqualTo(409);
    }

    @Test
    void shouldCheckByTheSubjectsLevel() {
        // Given
        registry.register("s", WITH_REQUIRED);

        // Then: BACKWARD, until another level is set
        assertThat(verdicts("s", FIRST, WITH_OPTIONAL)).containsExactly(true, true);
        registry.setCompatibility("s", CompatibilityLevel.FULL);
        assertThat(verdicts("s", FIRST, WITH_OPTIONAL)).containsExactly(false, false);
        registry.setCompatibility("s", CompatibilityLevel.NONE);
        assertThat(verdicts("s", FIRST, Schema.create(Schema.Type.INT))).containsExactly(true, true);
    }

    @Test
    void shouldSetFullTransitiveCompatibilityWhenRegistrarRegisters() {
        // Given
        SchemaRegistrar registrar = new SchemaRegistrar(registry);

        // When
        int id = registrar.register("s", FIRST);

        // Then
        assertThat(registrar.register("s", FIRST)).isEqualTo(id);
        assertThat(registry.compatibility("s")).contains(CompatibilityLevel.FULL_TRANSITIVE);
        registrar.register("s", WITH_OPTIONAL);
        assertThatThrownBy(() -> registrar.register("s", WITH_REQUIRED)).isInstanceOf(RegistryRejectedException.class);
    }

    @Test
    void shouldKeepOneRegistryForEachScope() {
        // When
        int id = RegistryClients.of(Map.of("schema.registry.url", "mock://memory-a"))
                .register("s", FIRST);

        // Then
        assertThat(RegistryClients.of(Map.of("schema.registry.url", "mock://memory-a"))
                        .lookUp("s", FIRST))
                .isEqualTo(id);
        assertThatThrownBy(() -> RegistryClients.of(Map.of("schema.registry.url", "mock://memory-b"))
                        .lookUp("s", FIRST))
                .isInstanceOf(RegistryRejectedException.class);
    }

    private List<Boolean> verdicts(String subject, Schema... schemas) {
        return List.of(schemas).stream()
                .map(schema -> registry.testCompatibility(subject, schema).compatible())
                .toList();
    }

    private static RegistryRejectedException refusal(Runnable call) {
        return catchThrowableOfType(RegistryRejectedException.class, call::run);
    }
}

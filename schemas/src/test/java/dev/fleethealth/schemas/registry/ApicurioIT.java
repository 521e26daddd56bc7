package dev.fleethealth.schemas.registry;

import static dev.fleethealth.schemas.registry.SerdeHarness.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.SampleRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client and the serdes against a real registry over HTTP. */
class ApicurioIT {
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
            .requiredString("c")
            .endRecord();

    private static ApicurioProcess process;
    private static RegistryClient registry;

    @BeforeAll
    static void start() throws IOException {
        process = new ApicurioProcess();
        registry = new TestClients().client(process.url());
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @Test
    void shouldFindWhatItRegistered() {
        // When
        int id = registry.register("find/me please-value", FIRST);

        // Then
        assertThat(registry.register("find/me please-value", FIRST)).isEqualTo(id);
        assertThat(registry.lookUp("find/me please-value", FIRST)).isEqualTo(id);
        assertThat(registry.schemaById(id)).isEqualTo(FIRST);
        assertThat(registry.latest("find/me please-value")).isEqualTo(new RegisteredSchema(id, 1, FIRST));
    }

    @Test
    void shouldGuardSubjectWhenRegistrarRegisters() {
        // Given
        SchemaRegistrar registrar = new SchemaRegistrar(registry);

        // When
        registrar.register("guarded-value", FIRST);
        registrar.register("guarded-value", WITH_OPTIONAL);

        // Then
        assertThat(registry.compatibility("guarded-value")).contains(CompatibilityLevel.FULL_TRANSITIVE);
        assertThat(registry.testCompatibility("guarded-value", WITH_OPTIONAL).compatible())
                .isTrue();
        assertThat(registry.testCompatibility("guarded-value", WITH_REQUIRED).compatible())
                .isFalse();
        assertThat(refusal(() -> registrar.register("guarded-value", WITH_REQUIRED))
                        .status())
                .isEqualTo(409);
        assertThat(registry.latest("guarded-value").version()).isEqualTo(2);
    }

    @Test
    void shouldRefuseAsTheMemoryRegistryDoes() {
        registry.register("known-value", FIRST);

        assertThat(refusal(() -> registry.schemaById(1_000_000)).errorCode()).isEqualTo(40403);
        assertThat(refusal(() -> registry.lookUp("known-value", WITH_REQUIRED)).errorCode())
                .isEqualTo(40403);
        assertThat(refusal(() -> registry.lookUp("unknown-value", FIRST)).errorCode())
                .isEqualTo(40401);
        assertThat(refusal(() -> registry.latest("unknown-value")).errorCode()).isEqualTo(40401);
        assertThat(registry.compatibility("unknown-value")).isEmpty();
        assertThat(registry.testCompatibility("unknown-value", FIRST).compatible())
                .isTrue();
    }

    @Test
    void shouldMakeOneVersionWhenDeploymentAndProgramBothRegister() throws IOException {
        // Given: as a deployment does it, from the file
        Schema file = new Schema.Parser().parse(Files.readString(Path.of("src/main/avro/Alert.avsc")));
        int id = registry.register("both-value", file);

        // Then: as the program does it, from the generated class
        assertThat(registry.register("both-value", Alert.getClassSchema())).isEqualTo(id);
        assertThat(registry.latest("both-value").version()).isEqualTo(1);
    }

    @Test
    void shouldCarryRecords() {
        // Given
        RegistryAvroSerde<ConnectionEvent> serde = SerdeHarness.serde(process.url());
        SampleRecords samples = new SampleRecords(20_261_120);

        for (int round = 0; round < 500; round++) {
            ConnectionEvent event = samples.next(ConnectionEvent.class);
            byte[] bytes = serde.serializer().serialize(TOPIC, event);
            assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(event);
        }
    }

    @Test
    void shouldBlameRecordWhenItsIdIsUnknown() {
        assertThatThrownBy(() -> SerdeHarness.serde(process.url())
                        .deserializer()
                        .deserialize(TOPIC, WireFormat.header(1_000_000)))
                .isInstanceOf(SerializationException.class)
                .extracting(FaultKind::ofReading)
                .isEqualTo(FaultKind.DATA);
    }

    @Test
    void shouldGoOnWithoutRegistryAfterWarmUp() throws IOException {
        RegistryAvroSerde<ConnectionEvent> warm;
        RegistryAvroSerde<ConnectionEvent> cold;
        try (ApicurioProcess mortal = new ApicurioProcess()) {
            warm = SerdeHarness.serde(mortal.url());
            warm.warmUp(TOPIC, ConnectionEvent.getClassSchema());
            cold = SerdeHarness.serde(mortal.url(), "retries.wait.ms", "1");
        }

        // When
        byte[] bytes = warm.serializer().serialize(TOPIC, SampleRecords.disconnected());

        // Then
        assertThat(warm.deserializer().deserialize(TOPIC, bytes)).isEqualTo(SampleRecords.disconnected());
        assertThatThrownBy(() -> cold.serializer().serialize(TOPIC, SampleRecords.disconnected()))
                .isInstanceOf(RetriableException.class)
                .extracting(FaultKind::ofWriting)
                .isEqualTo(FaultKind.INFRASTRUCTURE);
        assertThatThrownBy(() -> cold.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(RetriableException.class)
                .extracting(FaultKind::ofReading)
                .isEqualTo(FaultKind.INFRASTRUCTURE);
    }

    private static RegistryRejectedException refusal(Runnable call) {
        return catchThrowableOfType(RegistryRejectedException.class, call::run);
    }
}

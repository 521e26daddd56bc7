package dev.fleethealth.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.SampleRecords;
import dev.fleethealth.schemas.json.CanonicalJson;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Confluent's serdes 7.9.2 read what ours wrote, and ours read what they wrote, over one real registry. */
class ConfluentInteropIT {
    private static final int ROUNDS = 500;
    private static final String RECORD = "org.apache.avro.specific.SpecificRecord";
    private static final JsonMapper MAPPER = new JsonMapper();

    private static ApicurioProcess registry;

    @BeforeAll
    static void start() throws IOException {
        registry = new ApicurioProcess();
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(classes = {ConnectionEvent.class, Alert.class})
    void shouldExchangeGenericRecordsWithConfluentAsPublished(Class<? extends SpecificRecord> type) throws Exception {
        RegistryAvroSerde<SpecificRecord> ours = ours();
        SampleRecords samples = new SampleRecords(20_261_120);
        String topic = "generic-" + type.getSimpleName();
        try (ConfluentSerdes theirs = ConfluentSerdes.asPublished(registry.url())) {
            for (int round = 0; round < ROUNDS; round++) {
                // Given
                SpecificRecord record = samples.next(type);

                // When
                Object generic = theirs.deserialize(topic, ours.serializer().serialize(topic, record));
                byte[] theirBytes = theirs.serialize(topic, generic);

                // Then
                assertThat(withoutNulls(generic.toString())).isEqualTo(MAPPER.readTree(CanonicalJson.write(record)));
                assertThat(ours.deserializer().deserialize(topic, theirBytes)).isEqualTo(record);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {ConnectionEvent.class, Alert.class})
    void shouldExchangeOurRecordsWithConfluentPluggedIn(Class<? extends SpecificRecord> type) throws Exception {
        RegistryAvroSerde<SpecificRecord> ours = ours();
        SampleRecords samples = new SampleRecords(20_261_121);
        String topic = "specific-" + type.getSimpleName();
        try (ConfluentSerdes theirs = ConfluentSerdes.pluggedIn(registry.url(), Map.of())) {
            for (int round = 0; round < ROUNDS; round++) {
                // Given
                SpecificRecord record = samples.next(type);

                // When
                Object theirRecord = theirs.deserialize(topic, ours.serializer().serialize(topic, record));
                byte[] theirBytes = theirs.serialize(topic, theirRecord);

                // Then
                assertThat(theirs.callOurs(CanonicalJson.class, "write", RECORD, theirRecord))
                        .isEqualTo(CanonicalJson.write(record));
                assertThat(ours.deserializer().deserialize(topic, theirBytes)).isEqualTo(record);
            }
        }
        assertThat(RegistryClients.of(SerdeHarness.settings(registry.url()))
                        .latest(topic + "-value")
                        .version())
                .as("both register one version")
                .isEqualTo(1);
    }

    @Test
    void shouldWriteTheSameBytes() throws Exception {
        // Given: at most one entry in a map, because maps have no order
        ConnectionEvent event = ConnectionEvent.newBuilder(SampleRecords.disconnected())
                .setAttributes(Map.of("mountpoint", "eu"))
                .build();
        byte[] ourBytes = ours().serializer().serialize("bytes", event);

        // Then
        try (ConfluentSerdes theirs = ConfluentSerdes.asPublished(registry.url())) {
            assertThat(theirs.serialize("bytes", theirs.deserialize("bytes", ourBytes)))
                    .isEqualTo(ourBytes);
        }
    }

    @Test
    void shouldJudgeConfluentsFaultsAsOurOwn() throws Exception {
        byte[] good = ours().serializer().serialize("faults", SampleRecords.disconnected());
        Map<String, Object> mayNotRegister = Map.of("auto.register.schemas", "false");
        try (ConfluentSerdes theirs = ConfluentSerdes.pluggedIn(registry.url(), mayNotRegister);
                ConfluentSerdes lost = ConfluentSerdes.pluggedIn("http://127.0.0.1:1", Map.of())) {
            Object record = theirs.deserialize("faults", good);

            assertThat(kind(theirs, "ofReading", () -> theirs.deserialize("faults", WireFormat.header(1_000_000))))
                    .isEqualTo("DATA");
            assertThat(kind(theirs, "ofReading", () -> theirs.deserialize("faults", Arrays.copyOf(good, 20))))
                    .isEqualTo("DATA");
            assertThat(kind(theirs, "ofReading", () -> theirs.deserialize("faults", new byte[] {'{', '}', 0, 0, 0, 0})))
                    .isEqualTo("DATA");
            assertThat(kind(theirs, "ofWriting", () -> theirs.serialize("not-registered", record)))
                    .isEqualTo("INFRASTRUCTURE");
            assertThat(kind(lost, "ofReading", () -> lost.deserialize("faults", good)))
                    .isEqualTo("INFRASTRUCTURE");
        }
    }

    private interface Call {
        Object run() throws Exception;
    }

    private static String kind(ConfluentSerdes theirs, String method, Call call) throws Exception {
        Throwable thrown = catchThrowable(call::run);
        assertThat(thrown).isNotNull();
        return theirs.callOurs(FaultKind.class, method, "java.lang.Throwable", thrown)
                .toString();
    }

    private static RegistryAvroSerde<SpecificRecord> ours() {
        RegistryAvroSerde<SpecificRecord> serde = new RegistryAvroSerde<>();
        serde.configure(SerdeHarness.settings(registry.url()), false);
        return serde;
    }

    private static JsonNode withoutNulls(String json) throws IOException {
        ObjectNode tree = (ObjectNode) MAPPER.readTree(json);
        tree.properties().removeIf(field -> field.getValue().isNull());
        return tree;
    }
}

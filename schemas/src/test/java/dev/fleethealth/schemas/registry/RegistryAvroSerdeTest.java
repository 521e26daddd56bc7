package dev.fleethealth.schemas.registry;

import static dev.fleethealth.schemas.registry.SerdeHarness.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.SampleRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryAvroSerdeTest {
    private static final Schema EVENT = ConnectionEvent.getClassSchema();

    @ParameterizedTest
    @ValueSource(classes = {ConnectionEvent.class, Alert.class})
    void shouldReadWhatItWrote(Class<? extends SpecificRecord> type) {
        // Given: as Kafka does it, by class names
        Serializer<SpecificRecord> serializer = new RegistryAvroSerializer<>();
        Deserializer<SpecificRecord> deserializer = new RegistryAvroDeserializer<>();
        serializer.configure(SerdeHarness.settings("mock://round-trip"), false);
        deserializer.configure(SerdeHarness.settings("mock://round-trip"), false);
        SampleRecords samples = new SampleRecords(20_261_120);

        for (int round = 0; round < 2_000; round++) {
            SpecificRecord record = samples.next(type);
            assertThat(deserializer.deserialize(type.getName(), serializer.serialize(type.getName(), record)))
                    .isEqualTo(record);
        }
    }

    @Test
    void shouldWriteTheBytesThatGenuineImplementationsWrite() {
        // Given: the record t.E{string clientId; long(timestamp-millis) ts} of three genuine implementations
        RecordEncoder encoder = new RecordEncoder();
        GoldenRecord golden = new GoldenRecord("dev-1", 1_700_000_000_000L);

        // Then
        assertThat(HexFormat.of().formatHex(encoder.encode(WireFormat.header(1), golden)))
                .isEqualTo("00000000010a6465762d3180a0abfef962");
        assertThat(HexFormat.of().formatHex(encoder.encode(WireFormat.header(42), golden)))
                .isEqualTo("000000002a0a6465762d3180a0abfef962");
        assertThat(WireFormat.schemaId(HexFormat.of().parseHex("000000002a0a6465")))
                .isEqualTo(42);
    }

    @Test
    void shouldTakeNullForTombstone() {
        RegistryAvroSerde<ConnectionEvent> serde = SerdeHarness.serde("mock://tombstone");

        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void shouldRegisterOnceWhateverClassesStringsHave() {
        // Given
        RegistryClient registry = RegistryClients.of(SerdeHarness.settings("mock://once"));
        int registeredByDeployment =
                registry.register(TOPIC + "-value", new Schema.Parser().parse(SchemaText.of(EVENT)));

        // When
        byte[] bytes = SerdeHarness.serde("mock://once").serializer().serialize(TOPIC, SampleRecords.disconnected());

        // Then
        assertThat(WireFormat.schemaId(bytes)).isEqualTo(registeredByDeployment);
        assertThat(registry.latest(TOPIC + "-value").version()).isEqualTo(1);
    }

    @Test
    void shouldRefuseToWriteUnregisteredSchemaWhenItMayNotRegister() {
        // Given
        RegistryAvroSerde<ConnectionEvent> serde =
                SerdeHarness.serde("mock://not-registered", "auto.register.schemas", "false");

        // Then: a fault of the deployment, not of the record
        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, SampleRecords.disconnected()))
                .isInstanceOf(RegistryRejectedException.class)
                .extracting(FaultKind::ofWriting)
                .isEqualTo(FaultKind.INFRASTRUCTURE);
    }

    @Test
    void shouldUseLatestVersionOnlyWhenItIsTheProgramsOwn() {
        // Given
        RegistryClient registry = RegistryClients.of(SerdeHarness.settings("mock://latest"));
        int own = registry.register(TOPIC + "-value", EVENT);
        String[] settings = {"auto.register.schemas", "false", "use.latest.version", "true"};

        // Then
        assertThat(WireFormat.schemaId(SerdeHarness.serde("mock://latest", settings)
                        .serializer()
                        .serialize(TOPIC, SampleRecords.disconnected())))
                .isEqualTo(own);
        registry.setCompatibility(TOPIC + "-value", CompatibilityLevel.NONE);
        registry.register(TOPIC + "-value", Alert.getClassSchema());
        assertThatThrownBy(() -> SerdeHarness.serde("mock://latest", settings)
                        .serializer()
                        .serialize(TOPIC, SampleRecords.disconnected()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("version 2 of subject events-value is not the schema of this program");
    }

    @Test
    void shouldNotCallRegistryAfterWarmUp() throws IOException {
        try (RegistryStub registry = new RegistryStub()) {
            // Given
            registry.then(200, "{\"id\":5}")
                    .then(200, "{\"id\":5}")
                    .then(200, "{\"schema\":" + quoted(SchemaText.of(EVENT)) + "}");
            RegistryAvroSerde<ConnectionEvent> serde = SerdeHarness.serde(registry.url());
            serde.warmUp(TOPIC, EVENT);
            registry.close();

            // When
            byte[] bytes = serde.serializer().serialize(TOPIC, SampleRecords.disconnected());

            // Then
            assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(SampleRecords.disconnected());
            assertThat(SerdeHarness.serde(registry.url()).serializer().serialize(TOPIC, SampleRecords.disconnected()))
                    .as("another serde of the same configuration")
                    .isEqualTo(bytes);
            assertThat(registry.lines())
                    .containsExactly(
                            "POST /subjects/events-value/versions?normalize=false",
                            "POST /subjects/events-value?normalize=false",
                            "GET /schemas/ids/5");
        }
    }

    @Test
    void shouldWarmUpReaderWhenNothingIsRegisteredYet() {
        RegistryAvroDeserializer<ConnectionEvent> deserializer = new RegistryAvroDeserializer<>();
        deserializer.configure(SerdeHarness.settings("mock://nothing-yet"), false);

        deserializer.warmUp(TOPIC, EVENT);

        assertThat(deserializer.deserialize(TOPIC, null)).isNull();
    }

    @Test
    void shouldReadRecordsOfEarlierAndLaterVersions() throws IOException {
        // Given: one field less, and one field more
        Schema smaller = without(EVENT, "rawReason");
        RegistryClient registry = RegistryClients.of(SerdeHarness.settings("mock://evolution"));
        int id = registry.register(TOPIC + "-value", smaller);
        GenericRecordBuilder builder = new GenericRecordBuilder(smaller)
                .set("eventId", "e")
                .set("type", new GenericData.EnumSymbol(EVENT.getField("type").schema(), "CONNECTED"))
                .set("source", "emqx")
                .set("fleet", "f")
                .set("occurredAt", 1L)
                .set("receivedAt", 2L);

        // When
        ConnectionEvent event = SerdeHarness.serde("mock://evolution")
                .deserializer()
                .deserialize(TOPIC, generic(id, smaller, builder.build()));

        // Then
        assertThat(event.getEventId()).isEqualTo("e");
        assertThat(event.getRawReason()).isNull();
        assertThat(event.getAttributes()).isEmpty();
    }

    @Test
    void shouldNameSubjectsByStrategy() {
        RegistryClient registry = RegistryClients.of(SerdeHarness.settings("mock://strategy"));

        for (String strategy : List.of("TopicNameStrategy", "RecordNameStrategy", "TopicRecordNameStrategy")) {
            SerdeHarness.serde(
                            "mock://strategy",
                            "value.subject.name.strategy",
                            "io.confluent.kafka.serializers.subject." + strategy)
                    .warmUp(TOPIC, EVENT);
        }

        for (String subject : List.of(
                "events-value",
                "dev.fleethealth.schemas.ConnectionEvent",
                "events-dev.fleethealth.schemas.ConnectionEvent")) {
            assertThat(registry.latest(subject).version()).isEqualTo(1);
        }
        assertThatThrownBy(() -> SerdeHarness.serde("mock://strategy", "value.subject.name.strategy", "Mine"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("value.subject.name.strategy");
    }

    @Test
    void shouldNameSubjectOfKeysByKey() {
        RegistryAvroSerializer<ConnectionEvent> serializer = new RegistryAvroSerializer<>();
        serializer.configure(SerdeHarness.settings("mock://keys"), true);

        serializer.warmUp(TOPIC, EVENT);

        assertThat(RegistryClients.of(SerdeHarness.settings("mock://keys"))
                        .latest("events-key")
                        .version())
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseSettingsThatItCannotFollow() {
        assertThatThrownBy(() -> SerdeHarness.serde("mock://settings", "specific.avro.reader", "false"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("specific.avro.reader");
        RegistryAvroDeserializer<ConnectionEvent> deserializer = new RegistryAvroDeserializer<>();
        assertThatThrownBy(() -> deserializer.configure(
                        SerdeHarness.settings("mock://settings", "specific.avro.value.type", "java.lang.String"),
                        false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("specific.avro.value.type");
    }

    @Test
    void shouldWriteOnlyWholeRecordsAfterABrokenOne() {
        // Given
        RegistryAvroSerde<ConnectionEvent> serde = SerdeHarness.serde("mock://broken");
        ConnectionEvent broken =
                ConnectionEvent.newBuilder(SampleRecords.disconnected()).build();
        broken.getAttributes().put("a key", noText());
        byte[] whole = serde.serializer().serialize(TOPIC, SampleRecords.disconnected());

        // When
        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, broken))
                .isInstanceOf(SerializationException.class)
                .extracting(FaultKind::ofWriting)
                .isEqualTo(FaultKind.DATA);

        // Then
        assertThat(serde.serializer().serialize(TOPIC, SampleRecords.disconnected()))
                .isEqualTo(whole);
    }

    @Test
    void shouldServeManyThreadsAtOnce() throws Exception {
        // Given
        RegistryAvroSerde<ConnectionEvent> serde = SerdeHarness.serde("mock://threads");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> tasks = IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(seed -> () -> roundTrips(serde, seed))
                .toList();

        // Then
        try {
            for (Future<Boolean> equal : threads.invokeAll(tasks)) {
                assertThat(equal.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @SuppressWarnings("NullAway") // what a careless caller does
    private static String noText() {
        return null;
    }

    private static boolean roundTrips(RegistryAvroSerde<ConnectionEvent> serde, int seed) {
        SampleRecords samples = new SampleRecords(seed);
        return IntStream.range(0, 2_000).allMatch(round -> {
            ConnectionEvent event = samples.next(ConnectionEvent.class);
            return event.equals(
                    serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, event)));
        });
    }

    private static Schema without(Schema schema, String field) {
        List<Schema.Field> fields = schema.getFields().stream()
                .filter(candidate -> !candidate.name().equals(field))
                .map(candidate -> new Schema.Field(candidate, candidate.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, fields);
    }

    private static byte[] generic(int id, Schema schema, Object record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(WireFormat.header(id));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static String quoted(String json) {
        return '"' + json.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

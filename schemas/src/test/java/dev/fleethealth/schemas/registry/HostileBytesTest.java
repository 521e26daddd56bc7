package dev.fleethealth.schemas.registry;

import static dev.fleethealth.schemas.registry.SerdeHarness.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.SampleRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes stand on the topic: one record or one {@code SerializationException}, quickly and in little memory. */
class HostileBytesTest {
    private static final String URL = "mock://hostile";
    private static final byte[] ENTRY = {2, 'k', 2, 'v'};
    private static final long MUCH_MEMORY = 1 << 20;

    private final RegistryAvroSerde<ConnectionEvent> serde = SerdeHarness.serde(URL);
    private final byte[] good = serde.serializer().serialize(TOPIC, SampleRecords.disconnected());

    @ParameterizedTest
    @CsvSource({
        "'', no bytes",
        "00, 'expected a byte 0 and a schema id of 4 bytes'",
        "00000000, 'expected a byte 0 and a schema id of 4 bytes'",
        "01000000010a, Confluent wire format V1",
        "7b226576656e74, first byte is 0x7b",
        "ff, first byte is 0xff",
        "0000000fff0a, the registry has no schema with the id 4095",
        "00ffffffff0a, the registry has no schema with the id -1",
    })
    void shouldSayWhatIsWrongWithTheHeader(String hex, String message) {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex(hex)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("a record of topic events cannot be read")
                .hasMessageContaining(message)
                .extracting(FaultKind::ofReading)
                .isEqualTo(FaultKind.DATA);
    }

    @Test
    void shouldRefuseEveryTruncation() {
        for (int length = 0; length < good.length; length++) {
            byte[] truncated = Arrays.copyOf(good, length);
            Throwable thrown = catchThrowable(() -> read(truncated));
            assertThat(thrown).as("%d bytes", length).isInstanceOf(SerializationException.class);
            assertThat(FaultKind.ofReading(thrown)).isEqualTo(FaultKind.DATA);
        }
    }

    @Test
    void shouldRefuseBytesAfterTheRecord() {
        assertThatThrownBy(() -> read(Arrays.copyOf(good, good.length + 1)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("bytes are left over");
    }

    /** The first field is a string: its length is the first thing that a bomb lies about. */
    @ParameterizedTest
    @ValueSource(strings = {"feffffff0f", "feffffffffffffffff01", "01", "80808080808080808001", "ffffffffffffffffffff"})
    void shouldRefuseLengthBombOfString(String length) {
        byte[] bomb = concatenated(
                Arrays.copyOf(good, WireFormat.HEADER_LENGTH), HexFormat.of().parseHex(length));

        assertThatThrownBy(() -> read(bomb)).isInstanceOf(SerializationException.class);
    }

    /** The last field is a map, one entry behind the other: its count is the last thing that a bomb lies about. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "feffffff0f",
                "fdffffff0f00",
                "feffffffffffffffff01",
                "80808080808080808001",
                "ffffffffffffffffff01"
            })
    void shouldRefuseLengthBombOfMap(String count) {
        // Given
        ConnectionEvent plain = ConnectionEvent.newBuilder(SampleRecords.disconnected())
                .clearAttributes()
                .build();
        byte[] emptyMap = serde.serializer().serialize(TOPIC, plain);

        // When
        byte[] bomb = concatenated(
                Arrays.copyOf(emptyMap, emptyMap.length - 1), HexFormat.of().parseHex(count));

        // Then
        assertThatThrownBy(() -> read(bomb)).isInstanceOf(SerializationException.class);
    }

    /** Counts that a heap of today could hold, behind which one true entry stands. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_000_000, 100_000_000, Integer.MAX_VALUE})
    void shouldNotMakeRoomForWhatIsOnlyClaimed(int claimed) throws IOException {
        // Given
        byte[] emptyMap = serde.serializer()
                .serialize(
                        TOPIC,
                        ConnectionEvent.newBuilder(SampleRecords.disconnected())
                                .clearAttributes()
                                .build());
        byte[] mapBomb =
                concatenated(Arrays.copyOf(emptyMap, emptyMap.length - 1), concatenated(varint(claimed), ENTRY));
        byte[] textBomb =
                concatenated(Arrays.copyOf(good, WireFormat.HEADER_LENGTH), concatenated(varint(claimed), ENTRY));

        for (byte[] bomb : new byte[][] {mapBomb, textBomb}) {
            assertThat(catchThrowable(() -> read(bomb)))
                    .as("classes are loaded now")
                    .isNotNull();
            long before = allocated();

            // When
            Throwable thrown = catchThrowable(() -> read(bomb));

            // Then
            assertThat(thrown).isInstanceOf(SerializationException.class);
            assertThat(allocated() - before).isLessThan(MUCH_MEMORY);
        }
    }

    @Test
    void shouldSurviveRandomDamage() {
        Random random = new Random(20_261_120);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        for (int round = 0; round < 200_000; round++) {
            byte[] damaged = good.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[WireFormat.HEADER_LENGTH + random.nextInt(good.length - WireFormat.HEADER_LENGTH)] =
                        (byte) random.nextInt();
            }
            Throwable thrown = catchThrowable(() -> read(damaged));
            assertThat(thrown == null || thrown instanceof SerializationException)
                    .as("%s: %s", HexFormat.of().formatHex(damaged), thrown)
                    .isTrue();
        }
        assertThat(System.nanoTime()).isLessThan(end);
    }

    @Test
    void shouldRefuseRecordOfAnotherType() {
        // Given
        RegistryClient registry = RegistryClients.of(SerdeHarness.settings(URL));
        int alert = registry.register("alerts-value", Alert.getClassSchema());
        int foreign = registry.register(
                "foreign-value",
                new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"java.lang.ProcessBuilder\",\"fields\":[]}"));
        RegistryAvroDeserializer<ConnectionEvent> byName = new RegistryAvroDeserializer<>();
        byName.configure(SerdeHarness.settings(URL), false);

        // Then
        assertThatThrownBy(() -> read(withId(alert))).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read(withId(foreign))).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> byName.deserialize(TOPIC, withId(foreign))).isInstanceOf(SerializationException.class);
    }

    private ConnectionEvent read(byte[] bytes) {
        return serde.deserializer().deserialize(TOPIC, bytes);
    }

    private byte[] withId(int id) {
        byte[] bytes = good.clone();
        ByteBuffer.wrap(bytes).putInt(1, id);
        return bytes;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static byte[] varint(long value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        encoder.writeLong(value);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}

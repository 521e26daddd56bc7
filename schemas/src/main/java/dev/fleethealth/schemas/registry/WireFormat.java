package dev.fleethealth.schemas.registry;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** Confluent's wire format V0: a byte 0, the schema id in 4 bytes big-endian, then Avro binary. */
final class WireFormat {
    static final byte MAGIC = 0;
    static final int HEADER_LENGTH = 1 + Integer.BYTES;
    private static final byte MAGIC_OF_GUID = 1;

    private WireFormat() {}

    /**
     * Id of the schema that a record was written with.
     *
     * @throws SerializationException when the bytes are in another format
     */
    static int schemaId(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != MAGIC) {
            throw new SerializationException(otherFormat(bytes));
        }
        if (bytes.length < HEADER_LENGTH) {
            throw new SerializationException(
                    "%d bytes, expected a byte 0 and a schema id of 4 bytes".formatted(bytes.length));
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(id).array();
    }

    private static String otherFormat(byte[] bytes) {
        if (bytes.length == 0) {
            return "no bytes, expected Avro in Confluent wire format";
        }
        if (bytes[0] == MAGIC_OF_GUID) {
            return "first byte is 1: Confluent wire format V1 (schema GUID), expected V0 (byte 0 and a schema id of 4 bytes)";
        }
        return "first byte is 0x%02x, expected 0: not Avro in Confluent wire format".formatted(bytes[0]);
    }
}

package dev.fleethealth.streams.topology;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Avro with a schema fingerprint, for tests that need no registry. */
final class TestSerdes {
    private TestSerdes() {}

    static Serde<ConnectionEvent> events() {
        return serde(ConnectionEvent::toByteBuffer, ConnectionEvent.getDecoder()::decode);
    }

    static Serde<Alert> alerts() {
        return serde(Alert::toByteBuffer, Alert.getDecoder()::decode);
    }

    private interface Encode<T> {
        ByteBuffer encode(T value) throws IOException;
    }

    private interface Decode<T> {
        T decode(byte[] bytes) throws IOException;
    }

    private static <T> Serde<T> serde(Encode<T> encode, Decode<T> decode) {
        return Serdes.serdeFrom((topic, value) -> bytes(encode, value), (topic, bytes) -> value(decode, bytes));
    }

    private static <T> byte[] bytes(Encode<T> encode, T value) {
        try {
            ByteBuffer buffer = encode.encode(value);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T value(Decode<T> decode, byte[] bytes) {
        try {
            return decode.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

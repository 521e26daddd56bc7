package dev.fleethealth.streams.query.state;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.TrustedRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Events and alerts in their stores: Avro with the fingerprint of its schema, so that an older one can still be read. */
public final class RecordBytes {
    static {
        TrustedRecords.trust();
    }

    private RecordBytes() {}

    public static byte[] of(ConnectionEvent event) {
        return bytes(event::toByteBuffer);
    }

    public static byte[] of(Alert alert) {
        return bytes(alert::toByteBuffer);
    }

    public static ConnectionEvent event(byte[] bytes) {
        return read(bytes, ConnectionEvent::fromByteBuffer);
    }

    public static Alert alert(byte[] bytes) {
        return read(bytes, Alert::fromByteBuffer);
    }

    private interface Encode {
        ByteBuffer encode() throws IOException;
    }

    private interface Decode<T> {
        T decode(ByteBuffer bytes) throws IOException;
    }

    private static byte[] bytes(Encode encode) {
        try {
            ByteBuffer encoded = encode.encode();
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(byte[] bytes, Decode<T> decode) {
        try {
            return decode.decode(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

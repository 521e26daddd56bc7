package dev.fleethealth.streams.state;

import dev.fleethealth.schemas.Alert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** {@link Alert} inside other forms: Avro with the fingerprint of its schema, so that an older one can still be read. */
final class AlertForm {
    private AlertForm() {}

    static byte[] write(Alert alert) {
        try {
            ByteBuffer encoded = alert.toByteBuffer();
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Alert read(byte[] bytes) {
        try {
            return Alert.fromByteBuffer(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

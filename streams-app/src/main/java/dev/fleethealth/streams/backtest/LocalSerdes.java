package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.TrustedRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.MessageDecoder;
import org.apache.avro.message.MessageEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes of the records that need no schema registry, for a topology that runs without Kafka. */
public final class LocalSerdes {
    public static final Serde<ConnectionEvent> EVENTS;
    public static final Serde<Alert> ALERTS;

    static {
        TrustedRecords.trust();
        EVENTS = of(ConnectionEvent.getEncoder(), ConnectionEvent.getDecoder());
        ALERTS = of(Alert.getEncoder(), Alert.getDecoder());
    }

    private LocalSerdes() {}

    private static <T> Serde<T> of(MessageEncoder<T> encoder, MessageDecoder<T> decoder) {
        return Serdes.serdeFrom((topic, value) -> encode(encoder, value), (topic, bytes) -> decode(decoder, bytes));
    }

    private static <T> byte[] encode(MessageEncoder<T> encoder, T value) {
        try {
            ByteBuffer buffer = encoder.encode(value);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T decode(MessageDecoder<T> decoder, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

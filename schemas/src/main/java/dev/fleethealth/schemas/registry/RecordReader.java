package dev.fleethealth.schemas.registry;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Reads records of one written schema. */
final class RecordReader<T extends SpecificRecord> {
    private static final ThreadLocal<BinaryDecoder> DECODERS =
            ThreadLocal.withInitial(() -> DecoderFactory.get().binaryDecoder(new byte[0], null));

    private final String name;
    private final DatumReader<T> reader;

    RecordReader(Schema written, Class<? extends SpecificRecord> type) {
        SpecificData model = SpecificData.getForClass(type);
        name = written.getFullName();
        reader = new SpecificDatumReader<>(written, model.getSchema(type), model);
    }

    /**
     * Reads one record behind its header.
     *
     * @throws SerializationException when the bytes end too early or too late, or hold something else
     */
    T read(byte[] bytes) {
        BinaryDecoder decoder = DecoderFactory.get()
                .binaryDecoder(
                        bytes, WireFormat.HEADER_LENGTH, bytes.length - WireFormat.HEADER_LENGTH, DECODERS.get());
        T record = read(decoder);
        if (decoder.remainingBytes() > 0) {
            throw new SerializationException("bytes are left over after the %s".formatted(name));
        }
        return record;
    }

    @SuppressWarnings("NullAway") // no record to reuse means: make a new one
    private T read(BinaryDecoder decoder) {
        try {
            return reader.read(null, decoder);
        } catch (IOException | RuntimeException damaged) {
            throw new SerializationException("the bytes are not a %s".formatted(name), damaged);
        }
    }
}

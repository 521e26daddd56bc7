package dev.fleethealth.schemas.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes records as bytes, over and over into one buffer; for one thread. After an error it must not be used again. */
final class RecordEncoder {
    private static final int TYPICAL_LENGTH = 512;

    private static final ClassValue<DatumWriter<SpecificRecord>> WRITERS = new ClassValue<>() {
        @Override
        protected DatumWriter<SpecificRecord> computeValue(Class<?> type) {
            SpecificData model = SpecificData.getForClass(type);
            return new SpecificDatumWriter<>(model.getSchema(type), model);
        }
    };

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(TYPICAL_LENGTH);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(buffer, null);

    byte[] encode(byte[] header, SpecificRecord record) {
        buffer.reset();
        buffer.writeBytes(header);
        try {
            WRITERS.get(record.getClass()).write(record, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return buffer.toByteArray();
    }
}

package dev.fleethealth.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.fleethealth.schemas.TrustedRecords;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.avro.specific.SpecificRecord;

/**
 * Canonical JSON of the Avro records: one object on one line with the schema's field names, enums as strings, times as
 * milliseconds since 1970, map keys sorted. A null field is left out; reading takes both. Equal records give equal texts.
 */
public final class CanonicalJson {
    private static final int TYPICAL_LENGTH = 512;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_STRING = 1 << 16;
    private static final int DEEPEST_NESTING = 16;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_TEXT)
                    .maxStringLength(LONGEST_STRING)
                    .maxNameLength(LONGEST_STRING)
                    .maxNestingDepth(DEEPEST_NESTING)
                    .build())
            .build();

    private static final ClassValue<RecordFormat> FORMATS = new ClassValue<>() {
        @Override
        protected RecordFormat computeValue(Class<?> type) {
            return new RecordFormat(type);
        }
    };

    static {
        TrustedRecords.trust();
    }

    private CanonicalJson() {}

    /**
     * The record as one line without a line end.
     *
     * @throws CanonicalJsonException when a number is not finite
     */
    public static String write(SpecificRecord record) {
        StringWriter line = new StringWriter(TYPICAL_LENGTH);
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            FORMATS.get(record.getClass()).write(json, record);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing JSON to memory failed", impossible);
        }
        return line.toString();
    }

    /**
     * Reads what {@link #write} wrote, or anybody else to the same rules.
     *
     * @throws CanonicalJsonException when the text is not JSON, when a field without a default is absent, when a field is
     *     unknown, stands twice or has another type, or when the text goes on after the object
     */
    public static <T extends SpecificRecord> T read(String text, Class<T> type) {
        try (JsonParser json = FACTORY.createParser(text)) {
            SpecificRecord record = FORMATS.get(type).read(json);
            if (json.nextToken() != null) {
                throw new CanonicalJsonException("the text goes on after the object, expected one object on a line");
            }
            return type.cast(record);
        } catch (JsonProcessingException broken) {
            throw new CanonicalJsonException("not JSON%s: %s".formatted(place(broken), reason(broken)), broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading JSON from memory failed", impossible);
        }
    }

    /** Jackson does not know the place of a text that breaks a limit. */
    private static String place(JsonProcessingException broken) {
        JsonLocation location = broken.getLocation();
        return location == null ? "" : " at column " + location.getColumnNr();
    }

    private static String reason(JsonProcessingException broken) {
        return NearestName.shown(broken.getOriginalMessage());
    }
}

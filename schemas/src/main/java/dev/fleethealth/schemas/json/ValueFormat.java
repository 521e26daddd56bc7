package dev.fleethealth.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** How one Avro type stands in JSON. A format never sees null: absent values are left to the record's format. */
interface ValueFormat {

    void write(JsonGenerator json, Object value) throws IOException;

    /**
     * Reads the value at the parser's current token.
     *
     * @throws CanonicalJsonException when another kind of value stands there
     */
    Object read(JsonParser json) throws IOException;

    /** The error for a value that is not what the schema says; the text of the value may be secret or hostile. */
    static CanonicalJsonException mismatch(JsonParser json, String expected) {
        return new CanonicalJsonException("expected " + expected + ", found " + describe(json.currentToken()));
    }

    private static String describe(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "an integer";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "the end of the text";
        };
    }
}

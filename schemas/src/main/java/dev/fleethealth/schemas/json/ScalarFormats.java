package dev.fleethealth.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;

/** Formats of the types that are one JSON value. */
final class ScalarFormats {

    /** Strings as they are. */
    enum Text implements ValueFormat {
        FORMAT;

        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeString(value.toString());
        }

        @Override
        public String read(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw ValueFormat.mismatch(json, "a string");
            }
            return json.getText();
        }
    }

    /** 32-bit integers. */
    enum Int32 implements ValueFormat {
        FORMAT;

        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeNumber((int) value);
        }

        @Override
        public Integer read(JsonParser json) throws IOException {
            long wide = integer(json, Integer.MIN_VALUE, Integer.MAX_VALUE, "an integer of 32 bits");
            return (int) wide;
        }
    }

    /** 64-bit integers. */
    enum Int64 implements ValueFormat {
        FORMAT;

        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeNumber((long) value);
        }

        @Override
        public Long read(JsonParser json) throws IOException {
            return integer(json, Long.MIN_VALUE, Long.MAX_VALUE, "an integer of 64 bits");
        }
    }

    /** Times as milliseconds since 1970-01-01T00:00Z. */
    enum Timestamp implements ValueFormat {
        FORMAT;

        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeNumber(((Instant) value).toEpochMilli());
        }

        @Override
        public Instant read(JsonParser json) throws IOException {
            long millis = integer(json, Long.MIN_VALUE, Long.MAX_VALUE, "a time in milliseconds since 1970");
            return Instant.ofEpochMilli(millis);
        }
    }

    /** Finite doubles; JSON knows no infinity and no NaN. */
    enum Float64 implements ValueFormat {
        FORMAT;

        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            double number = (double) value;
            if (!Double.isFinite(number)) {
                throw new CanonicalJsonException("expected a finite number, found " + number);
            }
            json.writeNumber(number);
        }

        @Override
        public Double read(JsonParser json) throws IOException {
            if (!json.currentToken().isNumeric()) {
                throw ValueFormat.mismatch(json, "a number");
            }
            double number = json.getDoubleValue();
            if (!Double.isFinite(number)) {
                throw new CanonicalJsonException("expected a number within the range of a double");
            }
            return number;
        }
    }

    /** Booleans. */
    enum Bool implements ValueFormat {
        FORMAT;

        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeBoolean((boolean) value);
        }

        @Override
        public Boolean read(JsonParser json) throws IOException {
            return switch (json.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> throw ValueFormat.mismatch(json, "true or false");
            };
        }
    }

    private ScalarFormats() {}

    private static long integer(JsonParser json, long lowest, long highest, String expected) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw ValueFormat.mismatch(json, expected);
        }
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new CanonicalJsonException("expected " + expected + ", found a greater one");
        }
        long value = json.getLongValue();
        if (value < lowest || value > highest) {
            throw new CanonicalJsonException("expected " + expected + ", found " + value);
        }
        return value;
    }
}

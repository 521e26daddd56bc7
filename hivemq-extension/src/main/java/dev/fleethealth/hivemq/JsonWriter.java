package dev.fleethealth.hivemq;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes one JSON object (RFC 8259). An own writer, because a broker's extension should bring no library along for
 * something this small. Absent values leave no trace.
 */
final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder json = new StringBuilder(512).append('{');
    private boolean first = true;

    JsonWriter text(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    JsonWriter text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    JsonWriter number(String name, long value) {
        name(name).append(value);
        return this;
    }

    JsonWriter bool(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    /** @param value a JSON value that is written as it stands */
    JsonWriter json(String name, String value) {
        name(name).append(value);
        return this;
    }

    JsonWriter beginObject(String name) {
        name(name).append('{');
        first = true;
        return this;
    }

    JsonWriter endObject() {
        json.append('}');
        first = false;
        return this;
    }

    JsonWriter beginArray(String name) {
        name(name).append('[');
        first = true;
        return this;
    }

    /** Begins an object that is an element of an array. */
    JsonWriter beginElement() {
        comma();
        json.append('{');
        first = true;
        return this;
    }

    JsonWriter endArray() {
        json.append(']');
        first = false;
        return this;
    }

    /** Ends the object; nothing may be written after that. */
    byte[] toBytes() {
        return toText().getBytes(StandardCharsets.UTF_8);
    }

    /** Ends the object; nothing may be written after that. */
    String toText() {
        return json.append('}').toString();
    }

    private StringBuilder name(String name) {
        comma();
        quote(name);
        return json.append(':');
    }

    private void comma() {
        if (!first) {
            json.append(',');
        }
        first = false;
    }

    private void quote(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i));
        }
        json.append('"');
    }

    private void escape(char c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c < ' ') {
            json.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        } else {
            json.append(c);
        }
    }
}

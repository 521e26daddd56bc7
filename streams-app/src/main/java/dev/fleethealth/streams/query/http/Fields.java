package dev.fleethealth.streams.query.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object in their order; what is null is left out. */
final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();

    Fields(String name, @Nullable Object value) {
        with(name, value);
    }

    Fields with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    Map<String, Object> values() {
        return values;
    }
}

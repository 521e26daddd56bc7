package dev.fleethealth.streams.query.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object in their order; what is null is left out. */
public final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Fields(String name, @Nullable Object value) {
        with(name, value);
    }

    public Fields with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    public Map<String, Object> values() {
        return values;
    }
}

package dev.fleethealth.streams.query.http;

import dev.fleethealth.streams.query.json.ApiJson;
import dev.fleethealth.streams.query.json.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a route answers. */
sealed interface Reply {
    /** All of it at once. */
    record Whole(int status, String contentType, Map<String, String> headers, byte[] body) implements Reply {
        Whole as(String otherContentType) {
            return new Whole(status, otherContentType, headers, body);
        }

        Whole with(Map<String, String> more) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.putAll(more);
            return new Whole(status, contentType, all, body);
        }
    }

    /** Events from now on, until either side goes away. */
    record Live() implements Reply {}

    static Whole json(int status, Object value) {
        return new Whole(status, "application/json", Map.of("Cache-Control", "no-store"), ApiJson.write(value));
    }

    static Whole json(Fields fields) {
        return json(200, fields.values());
    }

    static Whole empty(int status) {
        return new Whole(status, "", Map.of(), new byte[0]);
    }
}

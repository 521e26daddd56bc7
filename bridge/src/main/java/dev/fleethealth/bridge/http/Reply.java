package dev.fleethealth.bridge.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import dev.fleethealth.bridge.metrics.Result;
import dev.fleethealth.bridge.pipeline.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** An answer: a status and a JSON object. */
record Reply(int status, Map<String, String> headers, byte[] body) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Everything is safe; says how many items became what, and what is wrong with each malformed one. */
    static Reply safe(List<Outcome> outcomes) {
        return new Reply(200, Map.of(), json(json -> {
            for (Result result : Result.values()) {
                json.writeNumberField(plural(result), count(outcomes, result));
            }
            json.writeArrayFieldStart("items");
            for (int index = 0; index < outcomes.size(); index++) {
                writeMalformed(json, index, outcomes.get(index));
            }
            json.writeEndArray();
        }));
    }

    /** 200 with an object of texts. */
    static Reply of(Map<String, String> fields, Map<String, String> headers) {
        return new Reply(200, headers, json(json -> {
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
        }));
    }

    static Reply error(int status, String why, Map<String, String> headers) {
        return new Reply(status, headers, json(json -> json.writeStringField("error", why)));
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void writeMalformed(JsonGenerator json, int index, Outcome outcome) throws IOException {
        if (outcome.result() == Result.MALFORMED) {
            json.writeStartObject();
            json.writeNumberField("index", index);
            json.writeStringField("result", outcome.result().label());
            json.writeStringField("why", outcome.why());
            json.writeEndObject();
        }
    }

    private static String plural(Result result) {
        return result == Result.EVENT ? "events" : result.label();
    }

    private static long count(List<Outcome> outcomes, Result result) {
        return outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }

    private static byte[] json(Fields fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but memory
        }
        return out.toByteArray();
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}

package dev.fleethealth.bridge.dialect.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fleethealth.bridge.dialect.StrictUtf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a payload as one JSON object in strict UTF-8 (RFC 8259: no duplicate field names, nothing behind the object),
 * within bounds: a payload comes from outside, and must cost neither memory nor time.
 */
public final class JsonReader {
    /** Longest payload, in bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Longest text value, in characters. */
    public static final int MAX_TEXT_LENGTH = 64 * 1024;

    /** Deepest nesting of objects and arrays. */
    public static final int MAX_DEPTH = 16;

    private static final int MAX_NAME_LENGTH = 1024;
    private static final int MAX_TOKENS = 20_000;
    private static final ObjectReader TREES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT_LENGTH)
                            .maxDocumentLength(MAX_BYTES)
                            .maxNameLength(MAX_NAME_LENGTH)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .reader();

    private final Set<String> absentTexts;

    /** @param absentTexts texts by which the broker says that it has no value */
    public JsonReader(String... absentTexts) {
        this.absentTexts = Set.of(absentTexts);
    }

    /** @throws MalformedMessageException if it is anything but one object within the bounds */
    public JsonObject read(byte[] payload) throws MalformedMessageException {
        return object(root(payload));
    }

    /** @throws MalformedMessageException if it is anything but one object, or an array of objects, within the bounds */
    public List<JsonObject> readAll(byte[] payload) throws MalformedMessageException {
        JsonNode root = root(payload);
        if (!root.isArray()) {
            return List.of(object(root));
        }
        List<JsonObject> objects = new ArrayList<>(root.size());
        for (JsonNode element : root) {
            objects.add(object(element));
        }
        return objects;
    }

    private static JsonNode root(byte[] payload) throws MalformedMessageException {
        if (payload.length > MAX_BYTES) {
            throw new MalformedMessageException(
                    "the payload has %d bytes; at most %d are read".formatted(payload.length, MAX_BYTES));
        }
        return tree(StrictUtf8.decode(payload)
                .orElseThrow(() -> new MalformedMessageException("the payload is not UTF-8")));
    }

    private JsonObject object(JsonNode node) throws MalformedMessageException {
        if (node instanceof ObjectNode object) {
            return new JsonObject("", object, absentTexts);
        }
        throw new MalformedMessageException("expected a JSON object, found " + JsonObject.kind(node));
    }

    private static JsonNode tree(String text) throws MalformedMessageException {
        try {
            return TREES.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new MalformedMessageException("the JSON is larger or deeper than is read: " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new MalformedMessageException(fault(e));
        }
    }

    private static String fault(JsonProcessingException e) {
        // Jackson's own messages quote the payload
        String what = e.getOriginalMessage().startsWith("Duplicate field") ? "a field name twice" : "not valid JSON";
        JsonLocation where = e.getLocation();
        return where == null
                ? what
                : "%s at line %d, column %d".formatted(what, where.getLineNr(), where.getColumnNr());
    }
}

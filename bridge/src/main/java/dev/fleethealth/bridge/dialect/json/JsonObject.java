package dev.fleethealth.bridge.dialect.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the fields of one JSON object. A field that is missing, {@code null} or one of the broker's own words
 * for "none" is absent; one of another type than expected is an error that names the field, what was expected and the
 * kind of what was found.
 */
public final class JsonObject {
    /** The year 9999: later times are broken, and could not be printed as RFC 3339. */
    private static final long LAST_EPOCH_MILLI = 253_402_300_799_999L;

    private final String path;
    private final ObjectNode node;
    private final Set<String> absentTexts;

    JsonObject(String path, ObjectNode node, Set<String> absentTexts) {
        this.path = path;
        this.node = node;
        this.absentTexts = absentTexts;
    }

    /** The text of a field. */
    public Optional<String> text(String field) throws MalformedMessageException {
        return exactText(field).filter(text -> !absentTexts.contains(text));
    }

    /** The text of a field, where the broker's word for "none" may as well be a real value. */
    public Optional<String> exactText(String field) throws MalformedMessageException {
        JsonNode value = value(field);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(expect(value.isTextual(), field, value, "text").textValue());
    }

    /** The text of a field that has to be there. */
    public String requiredText(String field) throws MalformedMessageException {
        return exactText(field).orElseThrow(() -> missing(field, "text"));
    }

    public Optional<Boolean> bool(String field) throws MalformedMessageException {
        JsonNode value = value(field);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                expect(value.isBoolean(), field, value, "true or false").booleanValue());
    }

    /** A number from 0 to {@link Integer#MAX_VALUE}. */
    public Optional<Integer> count(String field) throws MalformedMessageException {
        return wholeNumber(field, Integer.MAX_VALUE, "a whole number from 0 to 2147483647")
                .map(Long::intValue);
    }

    /** A number from 0 to {@link Long#MAX_VALUE}. */
    public Optional<Long> longCount(String field) throws MalformedMessageException {
        return wholeNumber(field, Long.MAX_VALUE, "a whole number from 0");
    }

    /** A time in milliseconds since 1970, up to the year 9999. */
    public Optional<Instant> epochMillis(String field) throws MalformedMessageException {
        return wholeNumber(field, LAST_EPOCH_MILLI, "epoch milliseconds").map(Instant::ofEpochMilli);
    }

    /** The address in a field of the form {@code ip:port}. */
    public Optional<Peer> peer(String field) throws MalformedMessageException {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Peer> peer = text.flatMap(Peer::parse);
        if (peer.isEmpty()) {
            throw new MalformedMessageException(
                    "field %s%s: expected ip:port, found other text".formatted(path, field));
        }
        return peer;
    }

    public Optional<JsonObject> object(String field) throws MalformedMessageException {
        JsonNode value = value(field);
        if (value == null) {
            return Optional.empty();
        }
        expect(value.isObject(), field, value, "an object");
        return Optional.of(new JsonObject(path + field + ".", (ObjectNode) value, absentTexts));
    }

    /** The objects of an array; none if there is no such field. */
    public List<JsonObject> objects(String field) throws MalformedMessageException {
        JsonNode value = value(field);
        if (value == null) {
            return List.of();
        }
        List<JsonObject> objects = new ArrayList<>();
        for (JsonNode element : expect(value.isArray(), field, value, "an array")) {
            expect(element.isObject(), field, element, "objects in the array");
            objects.add(new JsonObject(path + field + ".", (ObjectNode) element, absentTexts));
        }
        return objects;
    }

    /** The whole object as JSON, without the spaces of the payload. */
    public String json() {
        return node.toString();
    }

    /** Whether a field is there at all, whatever its type. */
    public boolean has(String field) {
        return value(field) != null;
    }

    /** The text, number or boolean at a place, as text; absent for anything else. */
    public Optional<String> scalarAt(JsonPointer pointer) {
        JsonNode value = node.at(pointer);
        return value.isValueNode() && !value.isNull() ? Optional.of(plain(value)) : Optional.empty();
    }

    /** The text of a field, or of its number or boolean; absent for anything else. For values that users choose. */
    public Optional<String> scalar(String field) {
        return Optional.ofNullable(value(field)).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    /**
     * Everything but the mapped fields, as texts under dotted names; objects are flattened, arrays keep their JSON.
     * Absent values are left out.
     *
     * @param mapped dotted names
     */
    public Map<String, String> rest(Set<String> mapped) {
        return FlatFields.of(node, mapped, absentTexts);
    }

    /** The error for a field that has to be there and is not. */
    public MalformedMessageException missing(String field, String expected) {
        return new MalformedMessageException("field %s%s: expected %s, found nothing".formatted(path, field, expected));
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case BINARY, MISSING, NULL, POJO -> "nothing";
        };
    }

    private Optional<Long> wholeNumber(String field, long largest, String expected) throws MalformedMessageException {
        JsonNode value = value(field);
        if (value == null) {
            return Optional.empty();
        }
        boolean whole = value.isIntegralNumber() && value.canConvertToLong();
        boolean inRange = whole && value.longValue() >= 0 && value.longValue() <= largest;
        return Optional.of(expect(inRange, field, value, expected).longValue());
    }

    private JsonNode expect(boolean met, String field, JsonNode value, String expected)
            throws MalformedMessageException {
        if (!met) {
            throw new MalformedMessageException(
                    "field %s%s: expected %s, found %s".formatted(path, field, expected, kind(value)));
        }
        return value;
    }

    /** Numbers with a fraction without an exponent, where that is possible. */
    private static String plain(JsonNode value) {
        return value.isDouble() && Double.isFinite(value.doubleValue())
                ? value.decimalValue().toPlainString()
                : value.asText();
    }

    private @Nullable JsonNode value(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }
}

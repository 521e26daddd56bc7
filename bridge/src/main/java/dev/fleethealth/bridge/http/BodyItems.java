package dev.fleethealth.bridge.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Splits a body into messages, each with its original bytes: the elements of a JSON array, JSON objects one after the
 * other, or lines. What a message says is the dialect's business, also whether it is right.
 */
final class BodyItems {
    /** So many messages of one request at most: it is answered as a whole. */
    static final int MOST = 10_000;

    /** Field names come from outside, and are looked at once: they are not worth a place in the JVM's pool of texts. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final byte[] body;
    private final List<byte[]> items = new ArrayList<>();

    private BodyItems(byte[] body) {
        this.body = body;
    }

    /**
     * The messages in their order.
     *
     * @param contentType as the sender said, or empty
     * @throws Refusal when there is nothing, too much, or an array that is none
     */
    static List<byte[]> split(byte[] body, String contentType) throws Refusal {
        BodyItems split = new BodyItems(withoutByteOrderMark(body));
        split.split(contentType.toLowerCase(Locale.ROOT));
        return split.items;
    }

    private void split(String contentType) throws Refusal {
        char first = firstVisible();
        boolean json = contentType.contains("json") && !isLines(contentType);
        if (isLines(contentType)) {
            addLines();
        } else if (first == '[') {
            addElements();
        } else if (first == '{' && !addObjects() || first != '{') {
            items.clear();
            addText(json);
        }
    }

    private static boolean isLines(String contentType) {
        return contentType.startsWith("text/")
                || contentType.contains("ndjson")
                || contentType.contains("jsonl")
                || contentType.contains("json-lines");
    }

    /** Not JSON, whatever the sender says: one message for the dialect to judge, or lines. */
    private void addText(boolean json) throws Refusal {
        if (json) {
            add(0, body.length);
        } else {
            addLines();
        }
    }

    private void addLines() throws Refusal {
        int start = 0;
        for (int index = 0; index <= body.length; index++) {
            if (index == body.length || body[index] == '\n') {
                int end = index > start && body[index - 1] == '\r' ? index - 1 : index;
                if (!isBlank(start, end)) {
                    add(start, end);
                }
                start = index + 1;
            }
        }
    }

    /** @return false when something among them is no JSON */
    private boolean addObjects() throws Refusal {
        try (JsonParser json = JSON.createParser(body)) {
            while (json.nextToken() != null) {
                addValue(json);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void addElements() throws Refusal {
        try (JsonParser json = JSON.createParser(body)) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                addValue(json);
            }
            if (json.nextToken() != null) {
                throw notAnArray(json.currentTokenLocation());
            }
        } catch (IOException e) {
            throw Refusal.of(400, "expected a JSON array, but the body is broken or cut off");
        }
    }

    private void addValue(JsonParser json) throws IOException, Refusal {
        long start = json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        long end = json.currentLocation().getByteOffset();
        if (start < 0) {
            throw Refusal.of(400, "expected UTF-8");
        }
        add((int) start, (int) end);
    }

    private void add(int start, int end) throws Refusal {
        if (items.size() == MOST) {
            throw Refusal.of(413, "expected at most " + MOST + " messages in one request");
        }
        items.add(Arrays.copyOfRange(body, start, end));
    }

    private static Refusal notAnArray(JsonLocation where) {
        return Refusal.of(400, "expected nothing behind the JSON array, found more at byte " + where.getByteOffset());
    }

    private char firstVisible() throws Refusal {
        for (byte next : body) {
            if (!Character.isWhitespace(next)) {
                return (char) next;
            }
        }
        throw Refusal.of(400, "expected a JSON object, a JSON array or lines, the body is empty");
    }

    private boolean isBlank(int start, int end) {
        for (int index = start; index < end; index++) {
            if (!Character.isWhitespace(body[index])) {
                return false;
            }
        }
        return true;
    }

    private static byte[] withoutByteOrderMark(byte[] body) {
        boolean marked = body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(body, 3, body.length) : body;
    }
}

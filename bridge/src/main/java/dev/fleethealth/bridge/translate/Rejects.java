package dev.fleethealth.bridge.translate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Inputs that gave no event, one JSON object a line, and how many there were. */
public final class Rejects implements Closeable {
    private final JsonGenerator json;
    private long count;

    public Rejects(OutputStream out) throws IOException {
        this.json = new JsonFactory().createGenerator(out).setRootValueSeparator(null);
    }

    /** How many inputs gave no event. */
    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** @param line number of the input's line, from 1 */
    void add(long line, String result, String why) throws IOException {
        count++;
        json.writeStartObject();
        json.writeNumberField("line", line);
        json.writeStringField("result", result);
        json.writeStringField("why", why);
        json.writeEndObject();
        json.writeRaw('\n');
    }
}

package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.schemas.json.CanonicalJsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads canonical events, one on a line; empty lines and a byte order mark at the beginning are skipped. */
public final class EventReader implements EventSource {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BufferedReader lines;
    private long line;

    public EventReader(BufferedReader lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable ConnectionEvent next() throws IOException {
        String text = nextLine();
        while (text != null && text.isBlank()) {
            text = nextLine();
        }
        return text == null ? null : parse(text);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private @Nullable String nextLine() throws IOException {
        String text = lines.readLine();
        line++;
        boolean marked = line == 1 && text != null && text.startsWith(BYTE_ORDER_MARK);
        return marked ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    private ConnectionEvent parse(String text) {
        try {
            ConnectionEvent event = CanonicalJson.read(text, ConnectionEvent.class);
            if (event.getReceivedAt().isBefore(Instant.EPOCH)) {
                throw new BadEventException("line " + line, "receivedAt: expected a time since 1970");
            }
            return event;
        } catch (CanonicalJsonException e) {
            throw new BadEventException("line " + line, String.valueOf(e.getMessage()));
        }
    }
}

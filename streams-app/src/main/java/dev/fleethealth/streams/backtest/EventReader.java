package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.schemas.json.CanonicalJsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads canonical events, one on a line; empty lines are skipped. */
final class EventReader {
    private final BufferedReader lines;
    private long line;

    EventReader(BufferedReader lines) {
        this.lines = lines;
    }

    /**
     * The next event, or null at the end.
     *
     * @throws BadEventException when the next line is no canonical event
     */
    @Nullable
    ConnectionEvent next() throws IOException {
        String text = lines.readLine();
        line++;
        while (text != null && text.isBlank()) {
            text = lines.readLine();
            line++;
        }
        return text == null ? null : parse(text);
    }

    private ConnectionEvent parse(String text) {
        try {
            ConnectionEvent event = CanonicalJson.read(text, ConnectionEvent.class);
            if (event.getReceivedAt().isBefore(Instant.EPOCH)) {
                throw new BadEventException(line, "receivedAt: expected a time since 1970");
            }
            return event;
        } catch (CanonicalJsonException e) {
            throw new BadEventException(line, String.valueOf(e.getMessage()));
        }
    }
}

package dev.fleethealth.bridge.translate;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.json.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/** Reads lines of broker messages and writes their events as canonical JSON, in input order. */
public final class Translator {
    private final Dialect dialect;
    private final EventFinisher finisher;
    private final InstantSource clock;

    /** @param clock the time of receipt of messages that have none */
    public Translator(Dialect dialect, EventFinisher finisher, InstantSource clock) {
        this.dialect = dialect;
        this.finisher = finisher;
        this.clock = clock;
    }

    /** Translates the whole input. Empty lines are no input. */
    public void translate(InputStream in, OutputStream events, Rejects rejects) throws IOException {
        InputLines lines = new InputLines(in);
        Optional<byte[]> line = lines.next();
        for (long number = 1; line.isPresent(); number++) {
            if (line.get().length > 0) {
                translate(line.get(), number, events, rejects);
            }
            line = lines.next();
        }
    }

    private void translate(byte[] line, long number, OutputStream events, Rejects rejects) throws IOException {
        MessageLine message = MessageLine.read(line, clock.instant());
        Decoding decoding = message.fault()
                .<Decoding>map(Decoding.Malformed::new)
                .orElseGet(() -> dialect.decode(message.message()));
        if (decoding instanceof Decoding.Events decoded) {
            write(message.message(), decoded, events);
        } else if (decoding instanceof Decoding.Ignored ignored) {
            rejects.add(number, "ignored", ignored.why());
        } else if (decoding instanceof Decoding.Malformed malformed) {
            rejects.add(number, "malformed", malformed.why());
        }
    }

    private void write(BrokerMessage message, Decoding.Events decoded, OutputStream events) throws IOException {
        for (ConnectionEvent event : finisher.finish(message, decoded)) {
            events.write(CanonicalJson.write(event).getBytes(StandardCharsets.UTF_8));
            events.write('\n');
        }
    }
}

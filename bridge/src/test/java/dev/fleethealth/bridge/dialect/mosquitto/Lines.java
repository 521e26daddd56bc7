package dev.fleethealth.bridge.dialect.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.Optional;

/** Lines of a broker of a known version, and what came of them. */
final class Lines {
    private Lines() {}

    static Dialect dialect(String version) {
        return new MosquittoDialectFactory().create(new DialectOptions(Optional.of(version)));
    }

    static Decoding decode(String version, String text) {
        return dialect(version).decode(Messages.of("$SYS/broker/log/N", "1795154492: " + text));
    }

    /** The only event of the line. */
    static ConnectionEvent.Builder event(String version, String text) {
        Decoding decoding = decode(version, text);
        assertThat(decoding).isInstanceOf(Decoding.Events.class);
        assertThat(((Decoding.Events) decoding).drafts()).hasSize(1);
        return ((Decoding.Events) decoding).drafts().get(0);
    }
}

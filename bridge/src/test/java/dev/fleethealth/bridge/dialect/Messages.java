package dev.fleethealth.bridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.ConnectionEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Broker messages for tests, and what came of them. */
public final class Messages {
    public static final Instant RECEIVED_AT = Instant.parse("2026-11-20T06:00:00Z");

    private static final DialectRegistry DIALECTS = DialectRegistry.load();

    private Messages() {}

    public static BrokerMessage of(String topic, String payload) {
        return new BrokerMessage(topic, payload.getBytes(StandardCharsets.UTF_8), RECEIVED_AT);
    }

    public static Decoding decode(String dialect, String topic, String payload) {
        return dialect(dialect).decode(of(topic, payload));
    }

    public static Dialect dialect(String id) {
        return DIALECTS.create(id, DialectOptions.NONE);
    }

    /** The only event of the message. */
    public static ConnectionEvent.Builder event(String dialect, String topic, String payload) {
        Decoding decoding = decode(dialect, topic, payload);
        assertThat(decoding).isInstanceOf(Decoding.Events.class);
        return ((Decoding.Events) decoding).drafts().get(0);
    }

    /** Why the message is malformed. */
    public static String malformed(String dialect, String topic, String payload) {
        Decoding decoding = decode(dialect, topic, payload);
        assertThat(decoding).isInstanceOf(Decoding.Malformed.class);
        return ((Decoding.Malformed) decoding).why();
    }
}

package dev.fleethealth.bridge.mapped;

import dev.fleethealth.schemas.EventType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a message is taken for. */
enum Becomes {
    CONNECTED(EventType.CONNECTED),
    DISCONNECTED(EventType.DISCONNECTED),
    CONNECT_FAILED(EventType.CONNECT_FAILED),
    SUBSCRIBED(EventType.SUBSCRIBED),
    UNSUBSCRIBED(EventType.UNSUBSCRIBED),
    SESSION_EXPIRED(EventType.SESSION_EXPIRED),
    BROKER_STARTED(EventType.BROKER_STARTED),
    BROKER_STOPPING(EventType.BROKER_STOPPING),
    IGNORED(null);

    private final Optional<EventType> type;

    Becomes(@Nullable EventType type) {
        this.type = Optional.ofNullable(type);
    }

    /** The event's type; empty for what says nothing about connections. */
    Optional<EventType> type() {
        return type;
    }

    /** Whether such an event is about one client, whose id the broker has to tell. Refused clients may have none. */
    boolean needsClientId() {
        return switch (this) {
            case CONNECTED, DISCONNECTED, SUBSCRIBED, UNSUBSCRIBED, SESSION_EXPIRED -> true;
            case CONNECT_FAILED, BROKER_STARTED, BROKER_STOPPING, IGNORED -> false;
        };
    }
}

package dev.fleethealth.bridge.event;

import dev.fleethealth.bridge.dialect.ContentId;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ids for events of sources that give none: made of source, connection, type, broker time, payload and the event's place
 * in the message. The same message read twice gives the same ids; the topic and the time of receipt play no part.
 */
final class EventIds {
    private static final long NO_TIME = Long.MIN_VALUE;

    private EventIds() {}

    static String of(String source, ConnectionEvent.Builder draft, byte[] payload, int place) {
        return new ContentId()
                .add(source)
                .add(orEmpty(draft.getNode()))
                .add(orEmpty(draft.getClientId()))
                .add(orEmpty(draft.getConnectionId()))
                .add(draft.getType().name())
                .add(draft.hasOccurredAt() ? draft.getOccurredAt().toEpochMilli() : NO_TIME)
                .add(place)
                .add(payload)
                .finish();
    }

    private static String orEmpty(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }
}

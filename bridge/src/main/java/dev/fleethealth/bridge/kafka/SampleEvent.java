package dev.fleethealth.bridge.kafka;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;

/** A made-up event, to make a foreign serializer register its schema; it is sent nowhere. */
final class SampleEvent {
    private SampleEvent() {}

    static ConnectionEvent event() {
        return ConnectionEvent.newBuilder()
                .setEventId("sample")
                .setType(EventType.CONNECTED)
                .setSource("sample")
                .setFleet("sample")
                .setOccurredAt(Instant.EPOCH)
                .setReceivedAt(Instant.EPOCH)
                .build();
    }
}

package dev.fleethealth.bridge.event;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes events of what a dialect read: adds what does not depend on the broker, and keeps a broken broker clock from
 * doing harm. A function of its input; safe for use by many threads.
 */
public final class EventFinisher {
    /** How far a broker's clock may run ahead of ours before its time is not believed. */
    public static final Duration MAX_CLOCK_LEAD = Duration.ofSeconds(60);

    /** Attribute that says, in milliseconds, how far the replaced time lay after the time of receipt. */
    public static final String CLOCK_SKEW = "clockSkewMillis";

    private final EventOrigin settings;
    private final FleetAssignment fleets;

    public EventFinisher(EventOrigin settings) {
        this.settings = settings;
        this.fleets = new FleetAssignment(settings);
    }

    /** The events of one message, in their order. The drafts are used up. */
    public List<ConnectionEvent> finish(BrokerMessage message, Decoding.Events decoded) {
        List<ConnectionEvent> events = new ArrayList<>(decoded.drafts().size());
        for (ConnectionEvent.Builder draft : decoded.drafts()) {
            events.add(finish(message, draft, events.size()));
        }
        return events;
    }

    private ConnectionEvent finish(BrokerMessage message, ConnectionEvent.Builder draft, int place) {
        draft.setSource(settings.dialect());
        if ("".equals(draft.getClientId())) {
            // MQTT lets a client leave its id empty; that names no device.
            draft.setClientId(null);
        }
        draft.setFleet(fleets.fleetOf(draft, message.topic()));
        if (!draft.hasEventId()) {
            draft.setEventId(EventIds.of(settings.dialect(), draft, message.payload(), place));
        }
        draft.setReceivedAt(message.receivedAt());
        setOccurredAt(draft, message.receivedAt());
        // Last, so that neither the id nor the fleet depends on it.
        return settings.privacy().apply(draft.build());
    }

    private static void setOccurredAt(ConnectionEvent.Builder draft, Instant receivedAt) {
        if (!draft.hasOccurredAt()) {
            draft.setOccurredAt(receivedAt);
        } else if (draft.getOccurredAt().isAfter(receivedAt.plus(MAX_CLOCK_LEAD))) {
            long skew = Duration.between(receivedAt, draft.getOccurredAt()).toMillis();
            Map<String, String> attributes =
                    draft.hasAttributes() ? new HashMap<>(draft.getAttributes()) : new HashMap<>();
            attributes.put(CLOCK_SKEW, Long.toString(skew));
            draft.setAttributes(attributes).setOccurredAt(receivedAt);
        }
    }
}

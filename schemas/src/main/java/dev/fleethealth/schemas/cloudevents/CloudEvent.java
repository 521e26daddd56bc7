package dev.fleethealth.schemas.cloudevents;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/**
 * The attributes of CloudEvents 1.0 for a record.
 *
 * @param id the same for the same state of the same thing, however often it is sent
 * @param source a URI reference
 * @param type such as {@code dev.fleethealth.alert.opened}
 * @param time event time
 * @param subject what it is about
 */
public record CloudEvent(String id, String source, String type, Instant time, String subject) {
    public static final String SPEC_VERSION = "1.0";

    private static final String PREFIX = "dev.fleethealth.";

    /** A transition of an alert; its subject is the {@code dedupKey}. */
    public static CloudEvent of(Alert alert) {
        String state = stateName(alert.getState());
        return new CloudEvent(
                alert.getEpisodeId() + "/" + state + "/" + alert.getUpdatedAt().toEpochMilli(),
                "/fleet-health/detectors/" + segment(alert.getDetector()),
                PREFIX + "alert." + state,
                alert.getUpdatedAt(),
                alert.getDedupKey());
    }

    /** A connection event; its subject is the fleet, a slash and the client id. */
    public static CloudEvent of(ConnectionEvent event) {
        return new CloudEvent(
                event.getEventId(),
                "/fleet-health/sources/" + segment(event.getSource()),
                PREFIX + "connection."
                        + event.getType().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                event.getOccurredAt(),
                ConnectionEventKey.of(event).replace(ConnectionEventKey.SEPARATOR, '/'));
    }

    private static String stateName(AlertState state) {
        return switch (state) {
            case OPEN -> "opened";
            case UPDATED -> "updated";
            case RESOLVED -> "resolved";
        };
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

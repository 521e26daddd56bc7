package dev.fleethealth.streams.query.state;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.session.EventTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept: with a time that can be believed, and no text so long that a device's state would outgrow a record on
 * Kafka. What is shortened ends with a hash, so that different texts stay different. The client id stays as it is.
 */
public final class KeptEvent {
    /** No broker's own text is as long. */
    static final int LONGEST_TEXT = 1_024;

    static final int MOST_ATTRIBUTES = 64;

    private static final int BEGINNING = 200;
    private static final String SKEW = "clockSkewMillis";

    private KeptEvent() {}

    public static ConnectionEvent of(ConnectionEvent event, EventTime time) {
        return ConnectionEvent.newBuilder(event)
                .setOccurredAt(time.at())
                .setSource(cut(event.getSource()))
                .setConnectionId(cutOrNull(event.getConnectionId()))
                .setNode(cutOrNull(event.getNode()))
                .setPeerAddress(cutOrNull(event.getPeerAddress()))
                .setUsername(cutOrNull(event.getUsername()))
                .setListener(cutOrNull(event.getListener()))
                .setRawReason(cutOrNull(event.getRawReason()))
                .setAttributes(attributes(event, time))
                .build();
    }

    private static Map<String, String> attributes(ConnectionEvent event, EventTime time) {
        Map<String, String> attributes = new HashMap<>();
        event.getAttributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_ATTRIBUTES)
                .forEach(attribute -> attributes.put(cut(attribute.getKey()), cut(attribute.getValue())));
        Duration skew = Duration.between(time.at(), event.getOccurredAt());
        if (!skew.isZero()) {
            attributes.put(SKEW, String.valueOf(skew.toMillis()));
        }
        return attributes;
    }

    private static @Nullable String cutOrNull(@Nullable String text) {
        return text == null ? null : cut(text);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        byte[] hash = KeyBytes.sha256(text.getBytes(StandardCharsets.UTF_8));
        return text.substring(0, BEGINNING) + "… " + HexFormat.of().formatHex(hash);
    }
}

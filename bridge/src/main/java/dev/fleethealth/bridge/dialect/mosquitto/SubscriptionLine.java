package dev.fleethealth.bridge.dialect.mosquitto;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.List;
import java.util.Map;

/**
 * {@code ID QOS FILTER} of {@code $SYS/broker/log/M/subscribe} and {@code ID FILTER} of {@code …/M/unsubscribe}. Nothing in
 * the text itself says that it is one, so in a file it is not read. Ids and filters may hold spaces; where that leaves
 * more than one reading, none is taken.
 */
final class SubscriptionLine {
    private static final Decoding UNCLEAR =
            new Decoding.Ignored("a subscription of which client id and topic filter cannot be told apart");

    private SubscriptionLine() {}

    static Decoding subscribed(String text) {
        int space = qosAt(text, 1);
        if (space < 0 || qosAt(text, space + 1) >= 0) {
            return UNCLEAR;
        }
        Map<String, String> attributes =
                Map.of("topic", text.substring(space + 3), "qos", text.substring(space + 1, space + 2));
        return event(EventType.SUBSCRIBED, text.substring(0, space), attributes);
    }

    static Decoding unsubscribed(String text) {
        int space = text.indexOf(' ');
        if (space < 1 || space == text.length() - 1 || text.indexOf(' ', space + 1) >= 0) {
            return UNCLEAR;
        }
        return event(EventType.UNSUBSCRIBED, text.substring(0, space), Map.of("topic", text.substring(space + 1)));
    }

    private static Decoding event(EventType type, String clientId, Map<String, String> attributes) {
        return new Decoding.Events(List.of(
                ConnectionEvent.newBuilder().setType(type).setClientId(clientId).setAttributes(attributes)));
    }

    /** Where {@code " 0 "}, {@code " 1 "} or {@code " 2 "} stands with something behind it; -1 if nowhere. */
    private static int qosAt(String text, int from) {
        int space = text.indexOf(' ', from);
        while (space >= 0 && space + 3 < text.length()) {
            char qos = text.charAt(space + 1);
            if (qos >= '0' && qos <= '2' && text.charAt(space + 2) == ' ') {
                return space;
            }
            space = text.indexOf(' ', space + 1);
        }
        return -1;
    }
}

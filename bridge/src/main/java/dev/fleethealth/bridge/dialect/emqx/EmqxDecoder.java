package dev.fleethealth.bridge.dialect.emqx;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonDialect;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import java.util.Optional;

/**
 * Finds out which of EMQX's two kinds of message this is. A rule event names itself in {@code event}; a rule that does
 * not select that column can still republish under the event's own topic. A presence message is known by its
 * {@code $SYS} topic.
 */
final class EmqxDecoder implements JsonDialect.Decoder {
    private final RuleEvents ruleEvents;

    EmqxDecoder(RuleEvents ruleEvents) {
        this.ruleEvents = ruleEvents;
    }

    @Override
    public Decoding decode(String topic, JsonObject payload) throws MalformedMessageException {
        Optional<String> event = payload.exactText("event");
        if (event.isPresent()) {
            return ruleEvents.decode(event.get(), payload);
        }
        Optional<PresenceTopic> presence = PresenceTopic.parse(topic);
        if (presence.isPresent()) {
            return Presence.decode(presence.get(), payload);
        }
        return ruleEvents.decode(eventOf(topic, payload), payload);
    }

    /** {@code $events/client_connected} and, since 5.10, {@code $events/client/connected} are client.connected. */
    private static String eventOf(String topic, JsonObject payload) throws MalformedMessageException {
        if (!topic.startsWith("$events/")) {
            throw payload.missing("event", "the name of the event, which the topic does not say either");
        }
        String name = topic.substring("$events/".length()).replaceFirst("[/_]", ".");
        return name.startsWith("auth.") ? "client." + name.substring("auth.".length()) : name;
    }
}

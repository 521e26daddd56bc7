package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.ContentId;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.Base64;

/**
 * A message of Google Cloud Pub/Sub as a push subscription posts it (cloud.google.com/pubsub/docs/push); a pulled message
 * has the same form.
 *
 * @param id the same in every delivery of the message, while other fields of the envelope change
 */
record PubSubMessage(String id, byte[] data) {

    static PubSubMessage read(JsonObject envelope) throws MalformedMessageException {
        JsonObject message = envelope.object("message").orElseThrow(() -> envelope.missing("message", "an object"));
        return new PubSubMessage(message.text("messageId").orElse(""), decode(message.requiredText("data")));
    }

    /** Gives ids to events whose log entry has none. */
    Decoding identify(Decoding decoding) {
        if (decoding instanceof Decoding.Events events) {
            for (ConnectionEvent.Builder draft : events.drafts()) {
                if (!draft.hasEventId()) {
                    draft.setEventId(new ContentId()
                            .add("clearblade message")
                            .add(id)
                            .add(data)
                            .finish());
                }
            }
        }
        return decoding;
    }

    private static byte[] decode(String base64) throws MalformedMessageException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("field message.data: expected Base64, found other text");
        }
    }
}

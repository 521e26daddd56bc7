package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.reason.Mention;
import dev.fleethealth.bridge.dialect.reason.Reason;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line of the broker's log. ClearBlade documents words of it, not its layout (troubleshooting guide for MQTT), so the
 * line is searched for them. What a line says of more than one reason is not believed: a client id is part of it, and
 * ids can imitate such words.
 */
final class BrokerLogLine {
    private static final int MAX_REASON_LENGTH = 200;

    private BrokerLogLine() {}

    static Decoding decode(String line) throws MalformedMessageException {
        LineParts parts = LineParts.of(line);
        Set<Mention> mentions = Messages.TABLE.mentionsIn(parts.words());
        Optional<Reason> reason = Messages.only(mentions);
        Optional<Connack> connack = Connack.find(parts.words());
        if (Messages.isAmbiguous(mentions) || connack.filter(Connack::accepted).isPresent() && reason.isPresent()) {
            throw new MalformedMessageException("expected a line with one reason, found more than one");
        }
        return type(mentions, connack)
                .<Decoding>map(type -> new Decoding.Events(List.of(event(type, parts, reason, connack))))
                .orElseGet(() -> new Decoding.Ignored("a line that tells of no connection"));
    }

    private static Optional<EventType> type(Set<Mention> mentions, Optional<Connack> connack) {
        if (connack.isPresent()) {
            return Optional.of(connack.get().accepted() ? EventType.CONNECTED : EventType.CONNECT_FAILED);
        }
        boolean refused = mentions.stream().anyMatch(mention -> mention.situation() == Situation.CONNECT);
        return mentions.stream().findAny().map(any -> refused ? EventType.CONNECT_FAILED : EventType.DISCONNECTED);
    }

    private static ConnectionEvent.Builder event(
            EventType type, LineParts parts, Optional<Reason> reason, Optional<Connack> connack) {
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder().setType(type);
        parts.writeTo(draft);
        if (type != EventType.CONNECTED) {
            connack.map(Connack::code).ifPresent(draft::setRawReasonCode);
            draft.setRawReason(cut(parts.words()));
            ReasonTable.report(
                    draft, reason.or(() -> connack.map(Connack::reason)).orElse(Reason.UNKNOWN));
        }
        return draft;
    }

    private static String cut(String words) {
        return words.length() <= MAX_REASON_LENGTH ? words : words.substring(0, MAX_REASON_LENGTH);
    }
}

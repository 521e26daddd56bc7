package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.reason.Reason;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.Optional;

/**
 * The status of a device log entry. Its message says more than its code, so it counts first, whatever stands before the
 * words that are known ({@code mqtt: SERVER: …}).
 *
 * @param code google.rpc.Code; absent where the entry has no status at all
 */
record Status(Optional<Integer> code, Optional<String> description, Optional<String> message) {
    private static final int OK = 0;
    private static final Status NONE = new Status(Optional.empty(), Optional.empty(), Optional.empty());
    private static final ReasonTable CODES = ReasonTable.load("/dialects/clearblade/status.csv");

    static Status of(JsonObject activity) throws MalformedMessageException {
        Optional<JsonObject> status = activity.object("status");
        if (status.isEmpty()) {
            return NONE;
        }
        return new Status(
                status.get().count("code").or(() -> Optional.of(OK)), // JSON leaves a 0 out
                status.get().text("description"),
                status.get().text("message").filter(text -> !text.isBlank()));
    }

    boolean isOk() {
        return code.orElse(OK) == OK;
    }

    void report(ConnectionEvent.Builder draft, Situation situation) {
        message.or(() -> description).ifPresent(draft::setRawReason);
        code.ifPresent(draft::setRawReasonCode);
        ReasonTable.report(draft, reason(situation));
    }

    private Reason reason(Situation situation) {
        return message.map(Messages.TABLE::mentionsIn)
                .flatMap(Messages::only)
                .orElseGet(() -> CODES.lookup(code.map(Object::toString).orElse("no status"), situation));
    }
}

package dev.fleethealth.bridge.mapped;

import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A field of an event that a mapping can fill: how its value is read, and where it goes. */
enum Field {
    CLIENT_ID((draft, found, units) -> draft.setClientId(found.text())),
    CONNECTION_ID((draft, found, units) -> draft.setConnectionId(found.text())),
    SEQUENCE((draft, found, units) -> draft.setSequence(found.longCount())),
    NODE((draft, found, units) -> draft.setNode(found.text())),
    PEER((draft, found, units) -> draft.setPeerAddress(found.peer().address())
            .setPeerPort(found.peer().port())),
    PEER_ADDRESS((draft, found, units) -> draft.setPeerAddress(found.text())),
    PEER_PORT((draft, found, units) -> draft.setPeerPort(found.port())),
    USERNAME((draft, found, units) -> draft.setUsername(found.text())),
    LISTENER((draft, found, units) -> draft.setListener(found.text())),
    PROTOCOL_LEVEL((draft, found, units) -> found.protocolLevel().ifPresent(draft::setProtocolLevel)),
    KEEP_ALIVE((draft, found, units) ->
            draft.setKeepAliveSeconds((int) Math.min(found.seconds(units.keepAlive()), Integer.MAX_VALUE))),
    SESSION_EXPIRY((draft, found, units) -> draft.setSessionExpirySeconds(found.seconds(units.sessionExpiry()))),
    CLEAN_START((draft, found, units) -> draft.setCleanStart(found.truth())),
    OCCURRED_AT((draft, found, units) -> draft.setOccurredAt(found.time(units.time()))),
    CONNECTED_AT((draft, found, units) -> draft.setConnectedAt(found.time(units.time()))),
    CREDENTIAL_EXPIRES_AT((draft, found, units) -> draft.setCredentialExpiresAt(found.time(units.time()))),
    /** Only where a connection ended or was refused; its meaning is looked up in the reasons. */
    REASON((draft, found, units) -> draft.setRawReason(found.text())),
    REASON_CODE((draft, found, units) -> draft.setRawReasonCode(found.count()));

    private final Filling filling;

    Field(Filling filling) {
        this.filling = filling;
    }

    /** As it is called in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Field::key).toList();
    }

    /** @param key one of {@link #keys} */
    static Field of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether it says why a connection ended. */
    boolean isReason() {
        return this == REASON || this == REASON_CODE;
    }

    void fill(ConnectionEvent.Builder draft, Found found, UnitSettings units) throws MalformedMessageException {
        filling.fill(draft, found, units);
    }

    private interface Filling {
        void fill(ConnectionEvent.Builder draft, Found found, UnitSettings units) throws MalformedMessageException;
    }
}

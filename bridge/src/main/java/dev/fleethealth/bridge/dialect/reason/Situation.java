package dev.fleethealth.bridge.dialect.reason;

import dev.fleethealth.schemas.Initiator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a broker gave a reason: the same word may mean different things at CONNECT and later, and by who said it. */
public enum Situation {
    ANY(null, null),
    /** The broker refused a CONNECT. */
    CONNECT(ANY, Initiator.SERVER),
    /** A connection ended; who ended it is not said. */
    DISCONNECT(ANY, null),
    /** The client sent a DISCONNECT with this reason. */
    CLIENT_DISCONNECT(DISCONNECT, Initiator.CLIENT),
    /** The broker closed the connection for this reason. */
    SERVER_DISCONNECT(DISCONNECT, Initiator.SERVER);

    private final Optional<Situation> wider;
    private final Optional<Initiator> initiator;

    Situation(@Nullable Situation wider, @Nullable Initiator initiator) {
        this.wider = Optional.ofNullable(wider);
        this.initiator = Optional.ofNullable(initiator);
    }

    /** Where a table that has nothing for this situation is asked next. */
    Optional<Situation> wider() {
        return wider;
    }

    /** Who ended the connection, where the situation itself says so. */
    Optional<Initiator> initiator() {
        return initiator;
    }
}

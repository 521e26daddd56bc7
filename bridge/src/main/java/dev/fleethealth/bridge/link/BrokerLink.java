package dev.fleethealth.bridge.link;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One connection to a broker, from CONNECT to its end. It is never used for a second connection. */
public interface BrokerLink {

    /** Connects with the session that the broker keeps, and subscribes. Fails with a reason for people. */
    CompletableFuture<Opened> open();

    /**
     * Sends DISCONNECT; the broker keeps the session. Done, without a failure, when the connection is closed or does not
     * get closed in time.
     */
    CompletableFuture<Void> close();

    /**
     * What the broker granted.
     *
     * @param sessionPresent whether the broker had kept the session
     * @param concerns what the broker granted less of than asked for, for people
     */
    record Opened(boolean sessionPresent, List<String> concerns) {}

    /** What a link tells its owner, from any thread. */
    interface Listener {

        /** A message; called from one thread at a time, and may block: the broker is then held back. */
        void message(IncomingMessage message);

        /** The connection ended, or was never made; may be called more than once. */
        void ended(String why);
    }

    /** Makes links. */
    @FunctionalInterface
    interface Factory {
        /** A link that is not open yet. Fails with a reason for people when that can't be tried. */
        BrokerLink create(Optional<Credentials> credentials, Listener listener);
    }
}

package dev.fleethealth.bridge.dialect;

import dev.fleethealth.schemas.ConnectionEvent;
import java.util.List;

/** What a dialect made of one broker message. */
public sealed interface Decoding {

    /**
     * The message tells of connections.
     *
     * @param drafts one or more events with everything that the broker said; the pipeline adds what does not depend on
     *     the broker (id, fleet, source, receive time) and checks the clock
     */
    record Events(List<ConnectionEvent.Builder> drafts) implements Decoding {
        public Events {
            drafts = List.copyOf(drafts);
        }
    }

    /** The message is well formed and says nothing about connections. */
    record Ignored(String why) implements Decoding {}

    /** The message is not what this broker documents; it goes to the dead letter with its original bytes. */
    record Malformed(String why) implements Decoding {}
}

package dev.fleethealth.streams.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert about which something remains to be done. */
final class Case {
    Incoming newest;

    /** What is being told now, or was tried last. */
    @Nullable
    Incoming sent;

    boolean inFlight;
    int tries;
    Instant notBefore = Instant.MIN;

    /** Whether a call that held it together with others was refused, so that it must go alone. */
    boolean alone;

    /** What is to be told again although nothing changed. */
    @Nullable
    Action repeat;

    Case(Incoming newest) {
        this.newest = newest;
    }

    boolean isReady(Instant now) {
        return !inFlight && !now.isBefore(notBefore);
    }

    boolean isNewestSent(Notice notice) {
        return newest == sent && notice.alert() == newest.alert();
    }

    void begin() {
        inFlight = true;
        sent = newest;
    }

    void retryAt(Instant when) {
        tries++;
        notBefore = when;
    }

    void startOver() {
        tries = 0;
        notBefore = Instant.MIN;
    }
}

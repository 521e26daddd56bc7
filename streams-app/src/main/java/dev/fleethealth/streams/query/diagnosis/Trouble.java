package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.query.timeline.Replay.Step;
import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.Ending;
import dev.fleethealth.streams.session.Happening;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection that ended, or an attempt that was refused.
 *
 * @param connection the one that ended, where its opening was seen
 */
record Trouble(ConnectionEvent event, Ending ending, Optional<Connection> connection) {

    static Optional<Trouble> of(Step step) {
        Happening happening = step.step().happening();
        if (happening instanceof Happening.Ended ended) {
            return Optional.of(new Trouble(step.event(), ended.ending(), ended.connection()));
        }
        return happening instanceof Happening.Refused refused
                ? Optional.of(new Trouble(step.event(), refused.ending(), Optional.empty()))
                : Optional.empty();
    }

    Instant at() {
        return ending.at();
    }

    Category category() {
        return ending.category();
    }

    boolean isRefusal() {
        return ending.kind() == Ending.Kind.ATTEMPT;
    }

    /** What the broker said, fit to be shown; null where it said nothing. */
    @Nullable
    String reason() {
        return event.getRawReason() == null ? null : Words.printable(event.getRawReason());
    }
}

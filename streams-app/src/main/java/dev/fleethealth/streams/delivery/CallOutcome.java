package dev.fleethealth.streams.delivery;

import java.time.Duration;
import java.util.Optional;

/** How a call to a target ended. */
public sealed interface CallOutcome {

    /** The target has it. */
    record Delivered() implements CallOutcome {}

    /**
     * The target will never take it as it is.
     *
     * @param why without parts of the payload, and without secrets
     */
    record Refused(String why) implements CallOutcome {}

    /**
     * It may pass later.
     *
     * @param pauseLane how long the target wants to hear nothing at all on this lane
     */
    record TryLater(String why, Optional<Duration> pauseLane) implements CallOutcome {}
}

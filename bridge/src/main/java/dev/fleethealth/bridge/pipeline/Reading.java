package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.bridge.metrics.Result;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.List;

/**
 * What one message holds.
 *
 * @param events none unless the result is {@link Result#EVENT}
 * @param why empty unless the message is malformed
 */
record Reading(Result result, List<ConnectionEvent> events, String why) {
    static final Reading IGNORED = new Reading(Result.IGNORED, List.of(), "");

    static Reading of(List<ConnectionEvent> events) {
        return events.isEmpty() ? IGNORED : new Reading(Result.EVENT, List.copyOf(events), "");
    }

    static Reading malformed(String why) {
        return new Reading(Result.MALFORMED, List.of(), why);
    }
}

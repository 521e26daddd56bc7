package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.bridge.metrics.Result;

/**
 * What became of a message that is safe.
 *
 * @param why what is wrong with it, without parts of it; empty unless it is in the dead letter
 */
public record Outcome(Result result, String why) {
    static final Outcome EVENT = new Outcome(Result.EVENT, "");
    static final Outcome IGNORED = new Outcome(Result.IGNORED, "");

    static Outcome malformed(String why) {
        return new Outcome(Result.MALFORMED, why);
    }
}

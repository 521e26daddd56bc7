package dev.fleethealth.streams.detector;

/** Where a window stands. */
public enum Level {
    /** The threshold is reached. */
    FIRING,
    /** Below the threshold, but not low enough to clear. */
    HOLDING,
    /** Low enough to clear, once it has stayed so for {@link Detector#clearsAfter()}. */
    BELOW,
    /** Low enough, but something else must happen before it may clear, such as devices coming back. */
    BELOW_BUT_WAITING,
    /** Over, without waiting. */
    OVER
}

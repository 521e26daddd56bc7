package dev.fleethealth.streams.delivery;

import java.time.Duration;

/**
 * The numbers of one target's delivery.
 *
 * @param callsPerMinute of one lane, over all instances, in any 60 s
 * @param inFlight calls at a time
 * @param firstRetry limit of the random wait before the first retry; it doubles from try to try
 * @param longestRetry where it stops to grow
 * @param flood pages that may open on one lane in {@code floodWindow}; further ones are folded; 0 for any number
 * @param maxAge an alert whose newest state is older is no longer worth telling
 * @param causeWait how long an explained alert waits for its cause to be told
 * @param causeLinger how long an explained alert stays held back after its cause is over
 */
public record Limits(
        int callsPerMinute,
        int inFlight,
        Duration firstRetry,
        Duration longestRetry,
        int flood,
        Duration floodWindow,
        Duration maxAge,
        Duration causeWait,
        Duration causeLinger) {}

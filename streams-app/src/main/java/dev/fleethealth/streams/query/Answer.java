package dev.fleethealth.streams.query;

import java.time.Duration;
import java.util.List;

/** What came of a question. */
public sealed interface Answer<T> {
    /** It is known. */
    record Known<T>(T value, Freshness freshness) implements Answer<T> {}

    /** There is no such fleet or device. */
    record NotFound<T>(String what) implements Answer<T> {}

    /** Several fleets have a device of this id. */
    record Ambiguous<T>(List<String> fleets) implements Answer<T> {}

    /** It cannot be said now, while partitions move or another instance does not answer. */
    record Unavailable<T>(String why, Duration retryAfter) implements Answer<T> {}
}

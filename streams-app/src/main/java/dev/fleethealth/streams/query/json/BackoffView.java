package dev.fleethealth.streams.query.json;

import dev.fleethealth.streams.query.Diagnosis;
import java.time.Duration;
import java.util.List;

/** A backoff as the API shows it. */
record BackoffView(String pattern, List<Long> pausesMillis, String recommended, boolean good) {
    static BackoffView of(Diagnosis.Backoff it) {
        return new BackoffView(
                it.pattern(), it.pauses().stream().map(Duration::toMillis).toList(), it.recommended(), it.good());
    }
}

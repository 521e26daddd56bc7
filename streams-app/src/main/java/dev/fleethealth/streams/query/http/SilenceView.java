package dev.fleethealth.streams.query.http;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.policy.NamePattern;
import java.time.Instant;
import java.util.List;

/** A silence as the API shows it. */
record SilenceView(
        String id,
        List<String> fleets,
        List<String> detectors,
        List<Severity> severities,
        List<Scope> scopes,
        List<String> dedupKeys,
        Instant from,
        Instant until,
        String author,
        String comment,
        String origin) {
    static SilenceView of(Silence it, boolean configured) {
        return new SilenceView(
                it.id(),
                it.match().fleets().stream().map(NamePattern::text).toList(),
                it.match().detectors(),
                it.match().severities(),
                it.match().scopes(),
                it.match().dedupKeys(),
                it.from(),
                it.until(),
                it.author(),
                it.comment(),
                configured ? "configuration" : "api");
    }
}

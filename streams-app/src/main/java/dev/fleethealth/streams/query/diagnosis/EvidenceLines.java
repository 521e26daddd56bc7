package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Facts from a device's own events that a person can check. */
final class EvidenceLines {
    private final List<String> lines = new ArrayList<>();

    private EvidenceLines() {}

    static List<String> of(Symptoms symptoms, Judgement judgement) {
        EvidenceLines evidence = new EvidenceLines();
        List<Trouble> troubles = judgement.troubles();
        if (!troubles.isEmpty()) {
            evidence.endings(symptoms, troubles);
            evidence.ending(symptoms, troubles.get(troubles.size() - 1));
        }
        evidence.tally("addresses", Symptoms.tally(symptoms.connects(), each -> each.connection()
                .address()));
        evidence.tally("nodes", Symptoms.tally(symptoms.connects(), each -> each.connection()
                .node()));
        return List.copyOf(evidence.lines);
    }

    private void endings(Symptoms symptoms, List<Trouble> troubles) {
        lines.add("%s between %s and %s"
                .formatted(
                        Words.tally(Symptoms.tally(troubles, EvidenceLines::name)),
                        Words.time(troubles.get(0).at()),
                        Words.time(troubles.get(troubles.size() - 1).at())));
        symptoms.backAfter(troubles.get(troubles.size() - 1))
                .ifPresent(after -> lines.add("it was back after " + Words.span(after)));
    }

    private static String name(Trouble trouble) {
        return (trouble.isRefusal() ? "refused with " : "")
                + trouble.category()
                + (trouble.ending().derived() ? ", derived" : "");
    }

    private void ending(Symptoms symptoms, Trouble last) {
        if (last.reason() != null) {
            lines.add("the broker said \"" + last.reason() + "\"");
        }
        last.connection().ifPresent(connection -> {
            lines.add("the last connection held for " + Words.span(connection.ageAt(last.at())));
            if (connection.keepAliveSeconds() != null) {
                lines.add("keep-alive " + connection.keepAliveSeconds() + " s");
            }
        });
        expiry(last.event(), symptoms.at());
    }

    private void expiry(ConnectionEvent event, Instant at) {
        Instant expiry = event.getCredentialExpiresAt();
        if (expiry != null) {
            Duration away = Duration.between(expiry, at);
            lines.add("its token %s at %s".formatted(away.isNegative() ? "runs out" : "ran out", Words.time(expiry)));
        }
    }

    private void tally(String what, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            lines.add(what + ": " + Words.tally(counts));
        }
    }
}

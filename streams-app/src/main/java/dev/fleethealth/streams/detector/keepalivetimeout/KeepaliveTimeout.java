package dev.fleethealth.streams.detector.keepalivetimeout;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Levels;
import dev.fleethealth.streams.detector.MostFrequent;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A device that the broker gives up again and again because nothing came from it for 1.5 times its keep-alive. */
record KeepaliveTimeout(KeepaliveTimeoutSettings settings) implements Detector {
    static final String ID = "keepalive-timeout";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Scope scope() {
        return Scope.DEVICE;
    }

    @Override
    public Duration window() {
        return settings.window();
    }

    @Override
    public Duration clearsAfter() {
        return Duration.ZERO;
    }

    @Override
    public Optional<Occurrence> occurrence(Happening happening) {
        return happening instanceof Happening.Ended ended && ended.ending().category() == Category.KEEPALIVE_TIMEOUT
                ? Optional.of(new Occurrence(ended.at(), facts(ended)))
                : Optional.empty();
    }

    private static Facts facts(Happening.Ended ended) {
        Facts facts =
                Facts.whereOf(ended.event()).with(Fact.KEEP_ALIVE, ended.event().keepAliveSeconds());
        return ended.connection()
                .map(connection -> withSession(facts, connection, ended))
                .orElse(facts);
    }

    private static Facts withSession(Facts facts, Connection connection, Happening.Ended ended) {
        return facts.with(Fact.ADDRESS, connection.address())
                .with(Fact.KEEP_ALIVE, connection.keepAliveSeconds())
                .with(Fact.SESSION_AGE, connection.ageAt(ended.at()).toSeconds());
    }

    @Override
    public Verdict judge(Reading reading) {
        return Verdict.of(
                Levels.ofOccurrences(reading, settings.timeouts()),
                Severity.WARNING,
                reading.occurrences(),
                settings.timeouts());
    }

    @Override
    public ProbableCause cause(Reading reading) {
        return ProbableCause.of(reading.categories(), 1);
    }

    @Override
    public Finding explain(Reading reading) {
        Map<String, String> evidence = new HashMap<>();
        evidence.put("timeouts", reading.occurrences() + " in " + window().toSeconds() + " s");
        Map<String, Long> keepAlives = reading.tally(Fact.KEEP_ALIVE);
        if (!keepAlives.isEmpty()) {
            evidence.put("keepAliveSeconds", MostFrequent.words(keepAlives));
        }
        Map<String, Long> addresses = reading.tally(Fact.ADDRESS);
        if (!addresses.isEmpty()) {
            evidence.put("addresses", addresses.size() + " different: " + MostFrequent.words(addresses));
        }
        SilentSessions silent = SilentSessions.of(reading.history());
        evidence.putAll(silent.evidence());
        String summary = "Silent for longer than its keep-alive %d times in %d s%s"
                .formatted(reading.occurrences(), window().toSeconds(), silent.remark());
        return new Finding(summary, evidence);
    }
}

package dev.fleethealth.streams.detector.takeoverloop;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Level;
import dev.fleethealth.streams.detector.Levels;
import dev.fleethealth.streams.detector.MostFrequent;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.Periods;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A device whose connection is taken over again and again: two programs use one client id, and each throws the other out
 * when it reconnects.
 */
record TakeoverLoop(TakeoverLoopSettings settings) implements Detector {
    static final String ID = "takeover-loop";

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
        return happening instanceof Happening.Ended ended && ended.ending().category() == Category.SESSION_TAKEN_OVER
                ? Optional.of(new Occurrence(ended.at(), facts(ended)))
                : Optional.empty();
    }

    private static Facts facts(Happening.Ended ended) {
        return Facts.whereOf(ended.event())
                .with(Fact.ADDRESS, ended.connection().map(Connection::address).orElse(null));
    }

    @Override
    public Verdict judge(Reading reading) {
        Level level = Levels.ofOccurrences(reading, settings.takeovers());
        return Verdict.of(level, Severity.WARNING, reading.occurrences(), settings.takeovers());
    }

    @Override
    public ProbableCause cause(Reading reading) {
        return ProbableCause.of(reading.categories(), 1);
    }

    @Override
    public Finding explain(Reading reading) {
        Map<String, String> evidence = new HashMap<>();
        evidence.put("takeovers", reading.occurrences() + " in " + window().toSeconds() + " s");
        Periods.typical(reading.history()).ifPresent(period -> evidence.put("period", period.toMillis() + " ms"));
        Map<String, Long> addresses = reading.tally(Fact.ADDRESS);
        if (!addresses.isEmpty()) {
            evidence.put(
                    "addresses", String.join(", ", MostFrequent.first(addresses).keySet()));
        }
        String summary = "taken over %d times in %d s, so two programs use one client id"
                .formatted(reading.occurrences(), window().toSeconds());
        return new Finding(summary, evidence);
    }
}

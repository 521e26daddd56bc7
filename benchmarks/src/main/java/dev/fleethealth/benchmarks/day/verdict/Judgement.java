package dev.fleethealth.benchmarks.day.verdict;

import dev.fleethealth.benchmarks.day.Expectation;
import dev.fleethealth.streams.backtest.report.Episode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found of one expectation, and what is wrong with it. */
record Judgement(Expectation expected, Optional<Episode> found, List<String> faults) {

    static Judgement of(Expectation expected, Optional<Episode> found) {
        return new Judgement(
                expected, found, found.map(episode -> faults(expected, episode)).orElseGet(() -> List.of("not found")));
    }

    /** Whether the alert is about what was expected; when it opened is another question. */
    static boolean sameTrouble(Expectation expected, Episode found) {
        return found.detector().equals(expected.detector())
                && found.scope() == expected.scope()
                && found.fleet().equals(expected.fleet())
                && found.subject().orElse("").equals(expected.about().orElse(""));
    }

    private static List<String> faults(Expectation expected, Episode found) {
        List<String> faults = new ArrayList<>();
        if (!expected.opened().contains(found.openedAt())) {
            faults.add("opened");
        }
        if (found.severity() != expected.severity()) {
            faults.add("severity");
        }
        if (!expected.causes().contains(found.cause())) {
            faults.add("cause");
        }
        Optional<Instant> resolved = found.resolvedAt();
        if (resolved.isEmpty() || !expected.resolved().contains(resolved.get())) {
            faults.add("resolved");
        }
        if (expected.causedBy().isPresent()
                && !found.causedBy().orElse("").startsWith(expected.causedBy().get() + "/")) {
            faults.add("causedBy");
        }
        return faults;
    }
}

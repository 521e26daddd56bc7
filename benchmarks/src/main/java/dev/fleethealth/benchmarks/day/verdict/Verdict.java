package dev.fleethealth.benchmarks.day.verdict;

import dev.fleethealth.benchmarks.day.Expectation;
import dev.fleethealth.benchmarks.day.Span;
import dev.fleethealth.benchmarks.day.Trap;
import dev.fleethealth.streams.backtest.report.Episode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Expected against found. */
public final class Verdict {
    /** An alert that opens so far off is still the one that was expected, opened at the wrong time. */
    private static final Duration NEAR = Duration.ofMinutes(10);

    private final List<Judgement> judgements = new ArrayList<>();
    private final List<Episode> surplus;
    private final List<Trap> traps;

    public Verdict(List<Expectation> expected, List<Trap> traps, List<Episode> found) {
        this.surplus = new ArrayList<>(found);
        this.traps = List.copyOf(traps);
        expected.stream()
                .sorted(Comparator.comparing(expectation -> expectation.opened().from()))
                .forEach(this::judge);
    }

    private void judge(Expectation expected) {
        Span near = expected.opened().widened(NEAR);
        Optional<Episode> match = surplus.stream()
                .filter(found -> Judgement.sameTrouble(expected, found))
                .filter(found -> near.contains(found.openedAt()))
                .min(Comparator.comparing(
                        found -> Duration.between(expected.opened().from(), found.openedAt())
                                .abs()));
        match.ifPresent(surplus::remove);
        judgements.add(Judgement.of(expected, match));
    }

    List<Judgement> judgements() {
        return judgements;
    }

    /** Found, and not expected. */
    List<Episode> surplus() {
        return surplus;
    }

    List<Trap> traps() {
        return traps;
    }

    List<Episode> caughtIn(Trap trap) {
        return surplus.stream()
                .filter(found ->
                        found.fleet().equals(trap.fleet()) && trap.span().contains(found.openedAt()))
                .toList();
    }

    /** Share of what was found that was expected. */
    public double precision() {
        long matched = found();
        return matched + surplus.size() == 0 ? 1 : (double) matched / (matched + surplus.size());
    }

    /** Share of what was expected that was found. */
    public double recall() {
        return (double) found() / judgements.size();
    }

    /** Everything that is not as expected, in words. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        judgements.stream()
                .filter(judgement -> !judgement.faults().isEmpty())
                .forEach(judgement -> faults.add(judgement.expected() + ": " + judgement.faults() + ", found "
                        + judgement.found().map(Verdict::inWords).orElse("nothing")));
        surplus.forEach(episode -> faults.add("not expected: " + inWords(episode)));
        return faults;
    }

    private static String inWords(Episode episode) {
        return "%s opened %s, resolved %s, %s, %s"
                .formatted(
                        episode.dedupKey(),
                        episode.openedAt(),
                        episode.resolvedAt().map(String::valueOf).orElse("never"),
                        episode.severity(),
                        episode.cause());
    }

    private long found() {
        return judgements.stream()
                .filter(judgement -> judgement.found().isPresent())
                .count();
    }
}

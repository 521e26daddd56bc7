package dev.fleethealth.demo.watch;

import dev.fleethealth.demo.story.Expectation;
import dev.fleethealth.demo.watch.Row.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what was expected with what was seen. */
public final class Judge {
    private Judge() {}

    /**
     * A row for each expectation, then one for each episode that nobody expected: another alert, one that opened before
     * its trouble began, or a second episode of the same trouble.
     *
     * @param expected each expectation with the beginning of its trouble
     * @param storyBegin where the times of unexpected alerts are counted from
     */
    public static List<Row> judge(Map<Expectation, Instant> expected, List<Episode> seen, Instant storyBegin) {
        List<Row> rows = new ArrayList<>();
        List<Episode> unexpected = new ArrayList<>(seen);
        expected.forEach((expectation, begin) -> {
            Optional<Episode> episode = unexpected.stream()
                    .filter(each -> each.dedupKey().equals(expectation.dedupKey()))
                    .filter(each -> !each.openedAt().isBefore(begin))
                    .findFirst();
            episode.ifPresent(unexpected::remove);
            rows.add(row(expectation, begin, episode));
        });
        unexpected.forEach(episode -> rows.add(row(episode, storyBegin)));
        return rows;
    }

    /** Whether everything that was expected has been seen, and nothing is open any more. */
    public static boolean isOver(Map<Expectation, Instant> expected, List<Episode> seen) {
        Set<String> keys = seen.stream().map(Episode::dedupKey).collect(Collectors.toSet());
        return expected.keySet().stream().map(Expectation::dedupKey).allMatch(keys::contains)
                && seen.stream().allMatch(episode -> episode.resolvedAt().isPresent());
    }

    private static Row row(Expectation expectation, Instant begin, Optional<Episode> episode) {
        Optional<Duration> opened = episode.map(each -> Duration.between(begin, each.openedAt()));
        Optional<Duration> resolved = episode.flatMap(Episode::resolvedAt).map(end -> Duration.between(begin, end));
        return new Row(
                expectation.dedupKey(),
                opened,
                Optional.of(expectation.opensWithin()),
                resolved,
                Optional.of(expectation.resolvesWithin()),
                verdict(expectation, opened, resolved));
    }

    private static Row row(Episode episode, Instant storyBegin) {
        return new Row(
                episode.dedupKey(),
                Optional.of(Duration.between(storyBegin, episode.openedAt())),
                Optional.empty(),
                episode.resolvedAt().map(end -> Duration.between(storyBegin, end)),
                Optional.empty(),
                Verdict.UNEXPECTED);
    }

    private static Verdict verdict(Expectation expectation, Optional<Duration> opened, Optional<Duration> resolved) {
        if (opened.isEmpty()) {
            return Verdict.MISSING;
        }
        if (opened.get().compareTo(expectation.opensWithin()) > 0) {
            return Verdict.LATE;
        }
        if (resolved.isEmpty()) {
            return Verdict.UNRESOLVED;
        }
        return resolved.get().compareTo(expectation.resolvesWithin()) > 0 ? Verdict.RESOLVED_LATE : Verdict.OK;
    }
}

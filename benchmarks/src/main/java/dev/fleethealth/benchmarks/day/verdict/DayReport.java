package dev.fleethealth.benchmarks.day.verdict;

import dev.fleethealth.benchmarks.report.Table;
import dev.fleethealth.streams.backtest.report.Episode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The verdict as a page in Markdown.
 *
 * @param command what made it
 * @param devices of all fleets
 * @param messages that the brokers published
 */
public record DayReport(Verdict verdict, String command, int devices, long messages) {
    private static final String INTRODUCTION = """
            # A day of mixed fleets

            Made by `%s`; do not edit.

            Seven fleets on seven brokers live through one day: %,d devices, %,d broker messages. Most of it is ordinary life:
            devices lose their networks and come back, wake up, publish and say goodbye. Reports come shuffled, one in twenty
            up to 28 s late; one in fifty comes twice. Into that day incidents are written at known times, and things that
            only look like trouble. The messages are written as each broker publishes them, then go through `translate`, are
            merged by the time of receipt, and through `backtest` with the default configuration.

            What should be found follows from the rules of the detectors alone: which device crosses the threshold, when, and
            how late its report may come. *Opened* and *resolved* show what was expected and what was found; an alert may open
            from the moment the threshold is crossed until one step after the bridge has heard of it, and is resolved within
            the times given.

            """;

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    public String toMarkdown() {
        long wrong = verdict.judgements().stream()
                .filter(judgement -> !judgement.faults().isEmpty())
                .count();
        return introduction()
                + String.format(
                        Locale.ROOT,
                        "**%d alerts expected: %d found as expected, %d otherwise; %d found that were not expected."
                                + " Precision %.3f, recall %.3f.**%n%n%s%n%s%s",
                        verdict.judgements().size(),
                        verdict.judgements().size() - wrong,
                        wrong,
                        verdict.surplus().size(),
                        verdict.precision(),
                        verdict.recall(),
                        expectations(),
                        traps(),
                        surplus());
    }

    private String introduction() {
        return String.format(Locale.ROOT, INTRODUCTION, command, devices, messages);
    }

    private Table expectations() {
        Table table = new Table("incident", "alert", "about", "opened", "severity", "cause", "resolved", "verdict");
        verdict.judgements().forEach(judgement -> row(table, judgement));
        return table;
    }

    private static void row(Table table, Judgement judgement) {
        Optional<Episode> found = judgement.found();
        table.row(
                judgement.expected().incident(),
                judgement.expected().detector(),
                judgement.expected().about().orElse(judgement.expected().fleet()),
                clock(judgement.expected().opened().from().plusSeconds(1)) + " → "
                        + found.map(Episode::openedAt).map(DayReport::clock).orElse("–"),
                judgement.expected().severity() + " → "
                        + found.map(Episode::severity).map(String::valueOf).orElse("–"),
                judgement.expected().causes().stream().sorted().collect(Collectors.joining(" or ")) + " → "
                        + found.map(Episode::cause).orElse("–"),
                clock(judgement.expected().resolved().from()) + "–"
                        + clock(judgement.expected().resolved().to()) + " → "
                        + found.flatMap(Episode::resolvedAt)
                                .map(DayReport::clock)
                                .orElse("–"),
                judgement.faults().isEmpty() ? "ok" : "**" + String.join(", ", judgement.faults()) + "**");
    }

    private Table traps() {
        Table table = new Table("no trouble, though it looks like it", "fleet", "from", "verdict");
        verdict.traps()
                .forEach(trap -> table.row(
                        trap.what(),
                        trap.fleet(),
                        clock(trap.span().from()),
                        verdict.caughtIn(trap).isEmpty()
                                ? "quiet"
                                : "**" + verdict.caughtIn(trap).get(0).dedupKey() + "**"));
        return table;
    }

    private String surplus() {
        return verdict.surplus().isEmpty()
                ? ""
                : verdict.surplus().stream()
                        .map(episode -> String.format(
                                Locale.ROOT,
                                "- **%s** at %s, %s, %s%n",
                                episode.dedupKey(),
                                clock(episode.openedAt()),
                                episode.severity(),
                                episode.cause()))
                        .collect(Collectors.joining("", "\nNot expected:\n\n", ""));
    }

    private static String clock(Instant time) {
        return CLOCK.format(time);
    }
}

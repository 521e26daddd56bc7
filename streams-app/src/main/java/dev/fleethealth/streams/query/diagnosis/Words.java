package dev.fleethealth.streams.query.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;

/** Times, spans and counts as a person reads them. */
final class Words {
    private static final int LONGEST_FOREIGN_TEXT = 120;
    private static final int MOST_NAMED = 5;
    private static final long SHORT_MILLIS = 10_000;

    private Words() {}

    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String span(Duration span) {
        if (span.toMillis() < SHORT_MILLIS) {
            return span.toMillis() / 1000 + "." + span.toMillis() % 1000 / 100 + " s";
        }
        if (span.toMinutes() < 2) {
            return span.toSeconds() + " s";
        }
        return span.toHours() < 2 ? span.toMinutes() + " min" : span.toHours() + " h";
    }

    static String count(long number, String one, String many) {
        return number == 1 ? "1 " + one : number + " " + many;
    }

    /** The first few of them, with their counts. */
    static String tally(Map<String, Long> counts) {
        String named = counts.entrySet().stream()
                .limit(MOST_NAMED)
                .map(each -> printable(each.getKey()) + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        return counts.size() > MOST_NAMED ? named + " and " + (counts.size() - MOST_NAMED) + " more" : named;
    }

    /** Foreign text without what a terminal or a log would obey. */
    static String printable(String text) {
        String clean = text.replaceAll("\\p{C}", "?");
        return clean.length() <= LONGEST_FOREIGN_TEXT ? clean : clean.substring(0, LONGEST_FOREIGN_TEXT - 1) + "…";
    }
}

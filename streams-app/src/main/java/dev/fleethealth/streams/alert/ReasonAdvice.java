package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.MostFrequent;
import dev.fleethealth.streams.detector.ProbableCause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to do by what a broker or a client said, in {@code advice-by-reason.csv}: the rows of the vendors' troubleshooting
 * documents, and the canonical categories.
 */
final class ReasonAdvice {
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    private final List<Row> rows;

    /**
     * One reason.
     *
     * @param spellings in lower-case words with a space around each; they occur in the broker's text
     * @param category that it belongs to
     */
    record Row(List<String> spellings, Category category, String advice) {

        static Row parse(String line) {
            String[] parts = line.split(";", 3);
            if (parts.length < 3) {
                throw new IllegalStateException(
                        "advice-by-reason.csv: expected spelling|spelling;CATEGORY;advice, found \"" + line + "\"");
            }
            return new Row(
                    Arrays.stream(parts[0].split("\\|"))
                            .map(ReasonAdvice::words)
                            .toList(),
                    Category.valueOf(parts[1]),
                    parts[2].strip());
        }

        /** Length of the longest spelling that occurs in the words; 0 for none. */
        int matchIn(String words) {
            int longest = 0;
            for (String spelling : spellings) {
                longest = spelling.length() > longest && words.contains(spelling) ? spelling.length() : longest;
            }
            return longest;
        }
    }

    private ReasonAdvice(List<Row> rows) {
        this.rows = rows;
    }

    static ReasonAdvice load() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                ReasonAdvice.class.getResourceAsStream("advice-by-reason.csv"), StandardCharsets.UTF_8))) {
            return new ReasonAdvice(in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** The row that says most of a reason: the one with the longest spelling in it. */
    Optional<Row> find(String reason) {
        String words = words(reason);
        return rows.stream()
                .filter(row -> row.matchIn(words) > 0)
                .max(Comparator.comparingInt(row -> row.matchIn(words)));
    }

    /**
     * The advice for the reason that at least half of them gave, if it is one of that cause.
     *
     * @param reasons with their counts
     */
    Optional<String> forMost(Map<String, Long> reasons, ProbableCause cause) {
        long all = reasons.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> most = new HashMap<>();
        reasons.forEach((reason, count) -> {
            if (2 * count >= all) {
                most.put(reason, count);
            }
        });
        return MostFrequent.first(most).keySet().stream()
                .flatMap(reason -> find(reason).stream())
                .filter(row -> cause.isShownBy(row.category()))
                .map(Row::advice)
                .findFirst();
    }

    /** Brokers write one reason in many ways: {@code not_authorized}, {@code NOT_AUTHORIZED}, {@code Not authorized.} */
    private static String words(String reason) {
        return " "
                + NO_WORD.matcher(reason.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}

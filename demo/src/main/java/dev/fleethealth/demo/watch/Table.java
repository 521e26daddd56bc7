package dev.fleethealth.demo.watch;

import dev.fleethealth.demo.Console;
import dev.fleethealth.demo.Console.Style;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Expected against seen, for the reader. */
public final class Table {
    private static final String FORMAT = "%-48s %9s %9s %9s %9s   %s";

    private Table() {}

    public static void print(Console console, List<Row> rows) {
        console.print(Style.BOLD, FORMAT.formatted("alert", "opened", "allowed", "resolved", "allowed", "verdict"));
        for (Row row : rows) {
            console.print(row.isOk() ? Style.GOOD : Style.BAD, line(row));
        }
    }

    private static String line(Row row) {
        return FORMAT.formatted(
                row.dedupKey(),
                seconds(row.opened()),
                seconds(row.openedLimit()),
                seconds(row.resolved()),
                seconds(row.resolvedLimit()),
                row.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(each -> String.format(Locale.ROOT, "%.1f s", each.toMillis() / 1000.0))
                .orElse("-");
    }
}

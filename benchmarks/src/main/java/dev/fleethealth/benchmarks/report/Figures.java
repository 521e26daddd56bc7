package dev.fleethealth.benchmarks.report;

import dev.fleethealth.benchmarks.measure.Spread;
import java.util.Locale;

/** Figures as text, the same in all languages. */
final class Figures {
    private Figures() {}

    /** The median, and in brackets the least and the most. */
    static String text(String format, Spread spread) {
        return "%s (%s–%s)"
                .formatted(text(format, spread.median()), text(format, spread.least()), text(format, spread.most()));
    }

    static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

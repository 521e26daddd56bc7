package dev.fleethealth.schemas.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that somebody may have meant. */
final class NearestName {
    private static final int LONGEST_SHOWN = 64;

    private NearestName() {}

    /** Ends an error message: {@code , did you mean "x"?}, or the list of names where none is near. */
    static String hint(String wrong, Collection<String> known) {
        String name = shown(wrong);
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(name, candidate) <= candidate.length() / 2)
                .map(candidate -> ", did you mean \"" + candidate + "\"?")
                .orElseGet(() -> ", expected one of "
                        + String.join(", ", known.stream().sorted().toList()));
    }

    /** A foreign name, safe to show: cut, and without control characters. */
    static String shown(String name) {
        String cut = name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
        return cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    }

    private static int distance(String from, String to) {
        return EditDistance.between(from.toLowerCase(Locale.ROOT), to.toLowerCase(Locale.ROOT));
    }
}

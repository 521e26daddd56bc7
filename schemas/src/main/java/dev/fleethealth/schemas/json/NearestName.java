package dev.fleethealth.schemas.json;

import java.util.Collection;
import java.util.Comparator;

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

    /** Levenshtein distance, letter case not counted. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                boolean same =
                        Character.toLowerCase(from.charAt(line - 1)) == Character.toLowerCase(to.charAt(column - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}

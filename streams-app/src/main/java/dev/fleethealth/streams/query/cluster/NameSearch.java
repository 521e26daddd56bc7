package dev.fleethealth.streams.query.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Part of a name, without regard to case; {@code *} stands for anything. Takes time in proportion to the name. */
record NameSearch(List<String> pieces) {

    static NameSearch of(Optional<String> search) {
        return new NameSearch(
                search.map(text -> List.of(lower(text).split("\\*", -1))).orElse(List.of()));
    }

    boolean matches(String name) {
        String lower = lower(name);
        int from = 0;
        for (String piece : pieces) {
            int at = lower.indexOf(piece, from);
            if (at < 0) {
                return false;
            }
            from = at + piece.length();
        }
        return true;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

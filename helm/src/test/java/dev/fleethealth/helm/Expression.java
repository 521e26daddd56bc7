package dev.fleethealth.helm;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A PromQL expression, as far as the tests look into it. */
record Expression(String text) {
    private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|'[^']*'");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern MATCHERS = Pattern.compile("\\{[^}]*}");
    private static final Pattern LABELS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.$])[a-zA-Z_:][\\w:]*(?!\\s*\\(|[\\w:])");
    private static final Pattern COUNTER = Pattern.compile("([\\w:]+_total)(\\{[^}]*})?(\\[)?");
    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "unless", "bool", "offset", "group_left", "group_right", "inf", "nan");

    /** Names of the series that it reads. */
    Set<String> metrics() {
        String bare = text;
        for (Pattern noise : List.of(STRING, RANGE, MATCHERS, LABELS)) {
            bare = noise.matcher(bare).replaceAll(" ");
        }
        return NAME.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !KEYWORDS.contains(name))
                .collect(Collectors.toSet());
    }

    /** Counters that it reads as they are, without rate or increase. */
    List<String> bareCounters() {
        return COUNTER.matcher(text)
                .results()
                .filter(counter -> counter.group(3) == null)
                .map(counter -> counter.group(1))
                .toList();
    }

    /** What stands between the braces after each series. */
    List<String> selectors() {
        return MATCHERS.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Such as {@code [5m]}. */
    List<String> ranges() {
        return RANGE.matcher(text).results().map(MatchResult::group).toList();
    }
}

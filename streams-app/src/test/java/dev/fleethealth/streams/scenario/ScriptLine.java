package dev.fleethealth.streams.scenario;

import dev.fleethealth.schemas.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One line of a script, such as
 *
 * <pre>
 * d1..d200 connect at -1h
 * d1..d20 drop NETWORK_LOST at +0s
 * d1..d20 reconnect NETWORK_LOST between +1s and +39s with pause=1s node=broker-2
 * d7 taken over at +1s every 1s x4
 * broker-1 stopping at +2s
 * </pre>
 *
 * <p>Between two times, devices follow each other evenly, the first at the first time and the last at the last.
 */
record ScriptLine(
        List<String> devices,
        Verb verb,
        Category category,
        Instant from,
        Instant to,
        Duration every,
        int times,
        Map<String, String> options) {

    /** What devices do. */
    enum Verb {
        CONNECT,
        DROP,
        REFUSED,
        RECONNECT,
        TAKEN_OVER,
        SUBSCRIBE,
        /** Not a device: the broker with that number says that it stops. */
        STOPPING
    }

    /** One thing that one device does at one time. */
    record Act(String device, Verb verb, Category category, Instant at, Map<String, String> options) {}

    private static final Pattern GRAMMAR = Pattern.compile("(?<first>[\\w-]+?)(?<from>\\d+)(\\.\\.\\w*?(?<to>\\d+))?"
            + " (?<verb>connect|drop|refused|reconnect|taken over|subscribe|stopping)(?: (?<category>[A-Z_]+))?"
            + " (?:at (?<at>\\S+)|between (?<start>\\S+) and (?<end>\\S+))"
            + "(?: every (?<every>\\S+) x(?<times>\\d+))?(?: with (?<options>.+))?");

    static ScriptLine parse(String line) {
        Matcher matcher = GRAMMAR.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + line + "\": expected "
                            + "<devices> <verb> [CATEGORY] at <time>|between <time> and <time> [every <time> x<n>] [with k=v …]");
        }
        Function<String, Optional<String>> group = name -> Optional.ofNullable(matcher.group(name));
        String start = group.apply("at").orElseGet(() -> matcher.group("start"));
        return new ScriptLine(
                devices(matcher),
                Verb.valueOf(
                        matcher.group("verb").toUpperCase(java.util.Locale.ROOT).replace(' ', '_')),
                group.apply("category").map(Category::valueOf).orElse(Category.UNKNOWN),
                Times.at(start),
                Times.at(group.apply("end").orElse(start)),
                group.apply("every").map(Times::length).orElse(Duration.ZERO),
                group.apply("times").map(Integer::parseInt).orElse(1),
                group.apply("options").map(ScriptLine::options).orElse(Map.of()));
    }

    private static List<String> devices(Matcher matcher) {
        int from = Integer.parseInt(matcher.group("from"));
        int to = matcher.group("to") == null ? from : Integer.parseInt(matcher.group("to"));
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> matcher.group("first") + number)
                .toList();
    }

    private static Map<String, String> options(String text) {
        return Arrays.stream(text.split(" "))
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(option -> option[0], option -> option[1]));
    }

    List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            for (int i = 0; i < devices.size(); i++) {
                Instant at = from.plus(every.multipliedBy(time)).plus(offset(i));
                acts.add(new Act(devices.get(i), verb, category, at, options));
            }
        }
        return acts;
    }

    private Duration offset(int index) {
        return devices.size() == 1
                ? Duration.ZERO
                : Duration.between(from, to).multipliedBy(index).dividedBy(devices.size() - 1);
    }
}

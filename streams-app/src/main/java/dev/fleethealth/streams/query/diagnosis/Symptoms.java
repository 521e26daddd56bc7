package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.query.Presence;
import dev.fleethealth.streams.query.timeline.Past;
import dev.fleethealth.streams.query.timeline.Presences;
import dev.fleethealth.streams.query.timeline.Replay.Step;
import dev.fleethealth.streams.session.Happening;
import dev.fleethealth.streams.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a device and its surroundings showed at a moment.
 *
 * @param steps all that happened to it until then
 * @param session as it was then
 * @param alerts of the device, its fleet and its node, that were open then
 * @param maintained whether maintenance was announced for then
 */
record Symptoms(
        Instant at, Presence presence, List<Step> steps, Session session, List<Alert> alerts, boolean maintained) {
    /** What is longer ago says little about now. */
    static final Duration LOOK_BACK = Duration.ofMinutes(30);

    static Symptoms of(Past past, List<Step> steps, Instant at, List<Alert> alerts, boolean maintained) {
        Session session = steps.isEmpty()
                ? past.before()
                : steps.get(steps.size() - 1).step().session();
        return new Symptoms(at, Presences.of(past, steps).at(at), steps, session, alerts, maintained);
    }

    boolean isOnline() {
        return presence == Presence.ONLINE;
    }

    /** Whatever ended or was refused lately, planned or not. */
    List<Trouble> endings() {
        return recent().flatMap(step -> Trouble.of(step).stream()).toList();
    }

    /** What ended lately without having been planned, or was refused. */
    List<Trouble> troubles() {
        return endings().stream().filter(each -> !each.ending().isPlanned()).toList();
    }

    /** How the last connection ended, or the last attempt was refused, however long ago. */
    Optional<Trouble> lastEnding() {
        return steps.stream().flatMap(step -> Trouble.of(step).stream()).reduce((first, second) -> second);
    }

    /** Connects, and attempts that were refused, of late. */
    List<Happening> attempts() {
        return recent().map(step -> step.step().happening())
                .filter(each -> each instanceof Happening.Opened || each instanceof Happening.Refused)
                .toList();
    }

    /** Connects of late. */
    List<Happening.Opened> connects() {
        return attempts().stream()
                .filter(Happening.Opened.class::isInstance)
                .map(Happening.Opened.class::cast)
                .toList();
    }

    /** How long it took to come back after an ending; empty when it did not. */
    Optional<Duration> backAfter(Trouble trouble) {
        return connects().stream()
                .map(Happening::at)
                .filter(at -> !at.isBefore(trouble.at()))
                .findFirst()
                .map(at -> Duration.between(trouble.at(), at));
    }

    private Stream<Step> recent() {
        Instant oldest = at.minus(LOOK_BACK);
        return steps.stream().filter(step -> !step.step().happening().at().isBefore(oldest));
    }

    static Map<Category, Long> categories(List<Trouble> troubles) {
        Map<Category, Long> counts = new EnumMap<>(Category.class);
        troubles.forEach(each -> counts.merge(each.category(), 1L, Long::sum));
        return counts;
    }

    /** How often each value occurs, most frequent first. */
    static <T> Map<String, Long> tally(List<T> all, Function<T, @Nullable Object> value) {
        Map<String, Long> counts = all.stream()
                .map(value)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(String::valueOf, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}

package dev.fleethealth.streams.detector;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.session.DeviceEvent;
import dev.fleethealth.streams.session.Ending;
import dev.fleethealth.streams.session.Happening;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What failed in one of certain ways: sessions that a broker ended, and attempts that it refused, are the same to it. */
public final class Failures {
    private static final int LONGEST_REASON = 80;
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

    private Failures() {}

    /**
     * The failure, if it is one of those that count.
     *
     * @param where the facts worth keeping of the place
     */
    public static Optional<Occurrence> of(
            Happening happening, Set<Category> counted, Function<DeviceEvent, Facts> where) {
        return endingOf(happening)
                .filter(ending -> counted.contains(ending.category()))
                .map(ending -> occurrence(ending, happening.event(), where));
    }

    private static Occurrence occurrence(Ending ending, DeviceEvent event, Function<DeviceEvent, Facts> where) {
        Facts facts = where.apply(event)
                .with(Fact.CATEGORY, ending.category())
                .with(Fact.REASON, event.rawReason() == null ? null : printable(event.rawReason()));
        return new Occurrence(ending.at(), facts);
    }

    /** Reasons are foreign data, and some are whole lines of a log. */
    private static String printable(String reason) {
        String clean = UNPRINTABLE.matcher(reason).replaceAll("?");
        return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON - 1) + "…";
    }

    private static Optional<Ending> endingOf(Happening happening) {
        if (happening instanceof Happening.Ended ended) {
            return Optional.of(ended.ending());
        }
        return happening instanceof Happening.Refused refused ? Optional.of(refused.ending()) : Optional.empty();
    }

    /**
     * Why they failed: the cause that the devices' sessions point at, where it is one that leads to such failures, else
     * what the failures themselves say. A network that was lost before says nothing about refused credentials.
     */
    public static ProbableCause cause(Reading reading, Set<ProbableCause> leading) {
        ProbableCause before = ProbableCause.of(reading);
        return leading.contains(before) ? before : ProbableCause.of(categories(reading), reading.devices());
    }

    /** How often each way to fail occurs in the window. */
    private static Map<Category, Long> categories(Reading reading) {
        Map<Category, Long> counts = new EnumMap<>(Category.class);
        reading.tally(Fact.CATEGORY).forEach((name, count) -> counts.put(Category.valueOf(name), count));
        return counts;
    }
}

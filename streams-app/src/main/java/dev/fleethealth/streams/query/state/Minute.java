package dev.fleethealth.streams.query.state;

import dev.fleethealth.schemas.Category;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a fleet in a minute, as one partition saw it.
 *
 * @param online devices online at its end; null where an event came so late that this was no longer looked at
 * @param endings sessions that ended, by category
 * @param refusals attempts that were refused, by category
 */
public record Minute(long connects, @Nullable Long online, Map<Category, Long> endings, Map<Category, Long> refusals) {
    public static final Minute NOTHING = new Minute(0, null, Map.of(), Map.of());

    /** The minute in which a time lies, counted from 1970. */
    public static long numberOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), TimeUnit.MINUTES.toSeconds(1));
    }

    public Minute connected() {
        return new Minute(connects + 1, online, endings, refusals);
    }

    public Minute ended(Category category) {
        return new Minute(connects, online, plus(endings, category), refusals);
    }

    public Minute refused(Category category) {
        return new Minute(connects, online, endings, plus(refusals, category));
    }

    public Minute withOnline(long devices) {
        return new Minute(connects, devices, endings, refusals);
    }

    private static Map<Category, Long> plus(Map<Category, Long> counts, Category category) {
        Map<Category, Long> next = new EnumMap<>(Category.class);
        next.putAll(counts);
        next.merge(category, 1L, Long::sum);
        return next;
    }
}

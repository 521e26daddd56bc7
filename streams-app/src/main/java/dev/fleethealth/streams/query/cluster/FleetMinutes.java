package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.query.ActivityStep;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.state.FleetNow;
import dev.fleethealth.streams.query.state.Minute;
import dev.fleethealth.streams.query.state.MinuteForm;
import dev.fleethealth.streams.query.state.StoreKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The minutes of one fleet in one partition. */
final class FleetMinutes {
    private static final int RECENT = 60;

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final FleetNow fleet;

    FleetMinutes(ReadOnlyKeyValueStore<Bytes, byte[]> store, FleetNow fleet) {
        this.store = store;
        this.fleet = fleet;
    }

    /** The fleet, with its last full minutes. */
    FleetShare share(Instant now) {
        long current = Minute.numberOf(now);
        NavigableMap<Long, Minute> minutes = read(current - RECENT, current - 1);
        return new FleetShare(
                fleet.name(),
                fleet.online(),
                fleet.known(),
                recent(minutes, current, Minute::connects),
                recent(minutes, current, minute -> sum(minute.endings())),
                recent(minutes, current, minute -> sum(minute.refusals())));
    }

    /** Steps, oldest first. */
    List<ActivityStep> steps(TimeSpan span, Duration step) {
        NavigableMap<Long, Minute> minutes = read(Minute.numberOf(span.from()), Minute.numberOf(span.to()));
        long online = onlineBefore(Minute.numberOf(span.from()));
        List<ActivityStep> steps = new ArrayList<>();
        for (Instant start = span.from(); start.isBefore(span.to()); start = start.plus(step)) {
            Map<Long, Minute> inStep =
                    minutes.subMap(Minute.numberOf(start), true, Minute.numberOf(start.plus(step)), false);
            long connects = 0;
            Map<Category, Long> categories = new EnumMap<>(Category.class);
            for (Minute minute : inStep.values()) {
                connects += minute.connects();
                minute.endings().forEach((category, count) -> categories.merge(category, count, Long::sum));
                minute.refusals().forEach((category, count) -> categories.merge(category, count, Long::sum));
                online = minute.online() == null ? online : minute.online();
            }
            steps.add(new ActivityStep(start, connects, online, categories));
        }
        return steps;
    }

    /** As it was said last; the newest of the old minutes is kept for that, so without any there was no such fleet. */
    private long onlineBefore(long minute) {
        try (KeyValueIterator<Bytes, byte[]> back = store.reverseRange(key(0), key(minute - 1))) {
            while (back.hasNext()) {
                Long online = MinuteForm.read(back.next().value).online();
                if (online != null) {
                    return online;
                }
            }
        }
        return 0;
    }

    private NavigableMap<Long, Minute> read(long from, long to) {
        NavigableMap<Long, Minute> minutes = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> each = store.range(key(from), key(to))) {
            each.forEachRemaining(entry -> minutes.put(StoreKeys.minuteOf(entry.key), MinuteForm.read(entry.value)));
        }
        return minutes;
    }

    private Bytes key(long minute) {
        return StoreKeys.minute(fleet.name(), minute);
    }

    private static List<Long> recent(Map<Long, Minute> minutes, long current, ToLongFunction<Minute> count) {
        return LongStream.range(current - RECENT, current)
                .mapToObj(minute -> count.applyAsLong(minutes.getOrDefault(minute, Minute.NOTHING)))
                .toList();
    }

    private static long sum(Map<Category, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}

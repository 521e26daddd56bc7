package dev.fleethealth.streams.metrics;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.EventType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Counters of events by fleet, source, type and category, found without asking the registry for each event. */
final class EventCounters {
    /** The label of events that end nothing and so have no category. */
    static final String NO_CATEGORY = "NONE";

    private static final Category[] CATEGORIES = Category.values();
    private static final int COLUMNS = CATEGORIES.length + 1;

    private final MeterRegistry registry;
    private final Map<String, Map<String, AtomicReferenceArray<@Nullable Counter>>> counters =
            new ConcurrentHashMap<>();

    EventCounters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The counter for these labels; {@code fleet} and {@code source} have passed their caps. */
    Counter counter(String fleet, String source, EventType type, @Nullable Category category) {
        AtomicReferenceArray<@Nullable Counter> ofSource = counters.computeIfAbsent(
                        fleet, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(source, name -> new AtomicReferenceArray<>(EventType.values().length * COLUMNS));
        int index = type.ordinal() * COLUMNS + (category == null ? CATEGORIES.length : category.ordinal());
        Counter known = ofSource.get(index);
        if (known != null) {
            return known;
        }
        Counter counter = register(fleet, source, type, category);
        ofSource.set(index, counter);
        return counter;
    }

    private Counter register(String fleet, String source, EventType type, @Nullable Category category) {
        return Counter.builder(MetricNames.EVENTS)
                .description("Connection events counted, by the category that they have after derivation")
                .tag(MetricNames.FLEET, fleet)
                .tag(MetricNames.SOURCE, source)
                .tag(MetricNames.TYPE, type.name())
                .tag(MetricNames.CATEGORY, category == null ? NO_CATEGORY : category.name())
                .register(registry);
    }
}

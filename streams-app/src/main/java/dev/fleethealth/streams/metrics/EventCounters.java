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
                .computeIfAbsent(source, name -> begin(fleet, name));
        int index = type.ordinal() * COLUMNS + (category == null ? CATEGORIES.length : category.ordinal());
        Counter known = ofSource.get(index);
        if (known != null) {
            return known;
        }
        Counter counter = register(fleet, source, type, category);
        ofSource.set(index, counter);
        return counter;
    }

    /** Events of the fleet and source that came again. */
    Counter duplicates(String fleet, String source) {
        return hygiene(MetricNames.DUPLICATES_IGNORED, "Events that came again and were ignored", fleet, source);
    }

    /** Events of the fleet and source whose time was replaced. */
    Counter corrected(String fleet, String source) {
        return hygiene(MetricNames.CLOCKS_CORRECTED, "Events whose own time could not be believed", fleet, source);
    }

    /** Shows what is rare at zero, too: Prometheus sees no increase in a series that begins at one. */
    private AtomicReferenceArray<@Nullable Counter> begin(String fleet, String source) {
        duplicates(fleet, source);
        corrected(fleet, source);
        return new AtomicReferenceArray<>(EventType.values().length * COLUMNS);
    }

    private Counter hygiene(String name, String description, String fleet, String source) {
        return Counter.builder(name)
                .description(description)
                .tag(MetricNames.FLEET, fleet)
                .tag(MetricNames.SOURCE, source)
                .register(registry);
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

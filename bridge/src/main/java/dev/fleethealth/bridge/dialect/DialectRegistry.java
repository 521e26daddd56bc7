package dev.fleethealth.bridge.dialect;

import dev.fleethealth.schemas.json.EditDistance;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The dialects on the class path, by id. */
public final class DialectRegistry {
    private final SortedMap<String, DialectFactory> factories = new TreeMap<>();

    /** @throws IllegalStateException if two factories have the same id */
    DialectRegistry(Iterable<DialectFactory> factories) {
        factories.forEach(this::add);
    }

    /** Every dialect, and every family of dialects, that {@link ServiceLoader} finds. */
    public static DialectRegistry load() {
        DialectRegistry registry = new DialectRegistry(ServiceLoader.load(DialectFactory.class));
        ServiceLoader.load(DialectFamily.class)
                .forEach(family -> family.factories().forEach(registry::add));
        return registry;
    }

    /** What {@link #create} knows, in alphabetical order. */
    public SortedSet<String> ids() {
        return new TreeSet<>(factories.keySet());
    }

    /**
     * @throws UnknownDialectException if there is no such dialect; the message names the nearest and lists the rest
     * @throws IllegalArgumentException if the broker's version is none that the dialect knows how to read
     */
    public Dialect create(String id, DialectOptions options) {
        DialectFactory factory = factories.get(id);
        if (factory == null) {
            throw new UnknownDialectException(id, nearest(id), ids());
        }
        return factory.create(options);
    }

    /** @throws IllegalStateException if there is a dialect of that id already */
    public void add(DialectFactory factory) {
        DialectFactory other = factories.putIfAbsent(factory.id(), factory);
        if (other != null) {
            throw new IllegalStateException("two dialects are called \"%s\": %s and %s"
                    .formatted(
                            factory.id(),
                            other.getClass().getName(),
                            factory.getClass().getName()));
        }
    }

    private String nearest(String id) {
        return ids().stream()
                .min(Comparator.comparingInt(known -> EditDistance.between(id, known)))
                .orElseThrow(() -> new IllegalStateException("no dialect on the class path"));
    }
}

package dev.fleethealth.helm;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that a Prometheus which scrapes both programs may know. */
final class KnownMetrics {
    /** From Java, the process and Kafka's clients, and what Prometheus itself makes. */
    private static final Pattern OTHERS = Pattern.compile("(jvm|process|system|kafka)_[a-z_]+|up|ALERTS|fleet_ready");

    private static final List<String> SUFFIXES = List.of(
            "", "_total", "_bytes", "_seconds", "_seconds_total", "_seconds_bucket", "_seconds_sum", "_seconds_count");

    private final Set<String> own;

    /** @param recorded names that rules make */
    KnownMetrics(Set<String> recorded) {
        own = Stream.concat(
                        recorded.stream(),
                        Stream.of(
                                        "dev.fleethealth.bridge.metrics.MetricNames",
                                        "dev.fleethealth.streams.metrics.MetricNames")
                                .flatMap(KnownMetrics::names)
                                .flatMap(name -> SUFFIXES.stream().map(suffix -> name + suffix)))
                .collect(Collectors.toSet());
    }

    boolean has(String name) {
        return own.contains(name) || OTHERS.matcher(name).matches();
    }

    private static Stream<String> names(String catalogue) {
        try {
            return Arrays.stream(Class.forName(catalogue).getDeclaredFields())
                    .map(KnownMetrics::value)
                    .filter(name -> name.startsWith("fleet."))
                    .map(name -> name.replace('.', '_'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(Field constant) {
        try {
            constant.setAccessible(true);
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.streams.query.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Asks all instances at the same time. */
final class Gathering {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Routing routing;
    private final Executor executor;

    Gathering(Routing routing, Executor executor) {
        this.routing = routing;
        this.executor = executor;
    }

    /** What those said that answered. */
    record Gathered<T>(List<T> values, Freshness freshness) {
        static <T> Gathered<T> of(List<Held<T>> held, int missing) {
            return new Gathered<>(
                    held.stream().map(Held::value).toList(),
                    new Freshness(
                            held.stream()
                                    .map(Held::newestEvent)
                                    .filter(Objects::nonNull)
                                    .max(Comparator.<Instant>naturalOrder())
                                    .orElse(null),
                            held.stream().mapToLong(Held::behind).sum(),
                            held.size(),
                            missing));
        }
    }

    /** @throws PartUnavailableException when none answers */
    <T> Gathered<T> ask(Function<Part, Held<T>> question) {
        List<Part> parts = routing.parts();
        if (parts.size() == 1) {
            return Gathered.of(List.of(question.apply(parts.get(0))), 0);
        }
        List<CompletableFuture<Held<T>>> asked = parts.stream()
                .map(part -> CompletableFuture.supplyAsync(() -> question.apply(part), executor))
                .toList();
        List<Held<T>> answers = new ArrayList<>();
        PartUnavailableException missing = new PartUnavailableException("no instance holds anything yet", RETRY_AFTER);
        for (CompletableFuture<Held<T>> answer : asked) {
            try {
                answers.add(answer.join());
            } catch (CompletionException e) {
                missing = unavailable(e);
            }
        }
        if (answers.isEmpty()) {
            throw missing;
        }
        return Gathered.of(answers, asked.size() - answers.size());
    }

    private static PartUnavailableException unavailable(CompletionException failure) {
        if (failure.getCause() instanceof PartUnavailableException unavailable) {
            return unavailable;
        }
        throw failure;
    }
}

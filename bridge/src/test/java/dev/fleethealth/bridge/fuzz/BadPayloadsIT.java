package dev.fleethealth.bridge.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.DialectRegistry;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.bridge.fuzz.BadPayloads.BadPayload;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.bridge.metrics.Result;
import dev.fleethealth.bridge.pipeline.InFlight;
import dev.fleethealth.bridge.pipeline.MessagePipeline;
import dev.fleethealth.bridge.pipeline.Route;
import dev.fleethealth.bridge.pipeline.StallWatch;
import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bad payloads in bulk, through dialect and pipeline: each has its end, soon, and nothing piles up. */
@Tag("chaos")
@Timeout(3_600)
class BadPayloadsIT {
    private static final long COUNT = ChaosSize.pick(100_000L, 10_000_000L);
    private static final long NUMBER = 20_261_120;
    private static final long HEAP_GROWTH = 16L << 20;
    private static final int MOST_SERIES = 2_000;
    private static final int LONGEST_SCRAPE = 1 << 20;

    private final CheckingSink sink = new CheckingSink();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MessagePipeline pipeline = new MessagePipeline(
            sink,
            new InFlight(1),
            new StallWatch(InstantSource.fixed(Messages.RECEIVED_AT)),
            new BridgeMetrics(registry));
    private final Map<String, Route> routes =
            DialectRegistry.load().ids().stream().collect(Collectors.toMap(Function.identity(), BadPayloadsIT::route));
    private final Map<Result, Long> results = new EnumMap<>(Result.class);
    private Duration slowest = Duration.ZERO;
    private long longestNanos;

    @Test
    void shouldBringEachToItsEndWhenPayloadsAreBad() throws InterruptedException, IOException {
        // Given
        BadPayloads payloads = new BadPayloads(NUMBER);
        handle(payloads, COUNT / 5);
        long heap = usedHeap();
        longestNanos = 0; // the first ones have waited for classes

        // When
        handle(payloads, COUNT - COUNT / 5);

        // Then
        long growth = usedHeap() - heap;
        String scrape = registry.scrape();
        long series = scrape.lines().filter(line -> !line.startsWith("#")).count();
        assertThat(results.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(COUNT);
        assertThat(results)
                .containsEntry(Result.EVENT, sink.published)
                .containsEntry(Result.MALFORMED, sink.deadLetters);
        assertThat(results.get(Result.IGNORED)).isPositive();
        assertThat(growth).isLessThan(HEAP_GROWTH);
        assertThat(series).isLessThan(MOST_SERIES);
        assertThat(scrape).hasSizeLessThan(LONGEST_SCRAPE);
        figures(growth, series, scrape.length());
    }

    private void handle(BadPayloads payloads, long count) throws InterruptedException {
        for (long i = 0; i < count; i++) {
            BadPayload payload = payloads.next();
            BrokerMessage message = new BrokerMessage(payload.topic(), payload.payload(), Messages.RECEIVED_AT);
            Route route = routes.get(payload.dialect());
            long start = System.nanoTime();
            results.merge(pipeline.accept(route, message).join().result(), 1L, Long::sum);
            checkTime(System.nanoTime() - start, route, message);
        }
    }

    /** Each that was the slowest so far is looked at more closely: the machine may have been busy. */
    private void checkTime(long nanos, Route route, BrokerMessage message) {
        if (nanos > longestNanos) {
            longestNanos = nanos;
            Duration taken = ProcessorTime.of(() -> route.dialect().decode(message));
            assertThat(taken).isLessThan(DialectPromises.LONGEST);
            slowest = taken.compareTo(slowest) > 0 ? taken : slowest;
        }
    }

    private void figures(long growth, long series, int scrape) throws IOException {
        new Figure(
                        "8",
                        "Malformed input",
                        "%,d bad payloads of %d kinds, all dialects".formatted(COUNT, Badness.values().length),
                        "0 crashes, no payload takes over 100 ms, in = events + ignored + dead letters, heap flat",
                        "%,d events, %,d ignored, %,d dead letters; slowest %.1f ms; heap %+d KB"
                                .formatted(
                                        results.get(Result.EVENT),
                                        results.get(Result.IGNORED),
                                        results.get(Result.MALFORMED),
                                        slowest.toNanos() / 1e6,
                                        growth / 1024))
                .write();
        new Figure(
                        "17-bridge",
                        "Hostile client ids",
                        "one in %d of them".formatted(Badness.values().length),
                        "series < 2,000, scrape < 1 MB, no part of an id in a reason",
                        "%d series, %d KB".formatted(series, scrape / 1024))
                .write();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Route route(String dialect) {
        EventFinisher finisher = new EventFinisher(EventOrigin.of(dialect));
        return new Route("plant", dialect, Messages.dialect(dialect), finisher, "");
    }
}

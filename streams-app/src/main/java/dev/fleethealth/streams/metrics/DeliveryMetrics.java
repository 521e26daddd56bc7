package dev.fleethealth.streams.metrics;

import dev.fleethealth.streams.delivery.DeliveryListener;
import dev.fleethealth.streams.delivery.Result;
import dev.fleethealth.streams.delivery.kafka.Backlog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What Prometheus sees of the delivery to one target. */
public final class DeliveryMetrics implements DeliveryListener {
    private static final Duration[] DELAY_BUCKETS = Stream.of(
                    100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<Result, Counter> results = new EnumMap<>(Result.class);
    private final Timer delay;
    private final InstantSource clock;
    private volatile Backlog backlog = Backlog.UNKNOWN;

    /** @param target its name in the configuration */
    public DeliveryMetrics(MeterRegistry registry, String target, InstantSource clock) {
        this.clock = clock;
        for (Result result : Result.values()) {
            results.put(
                    result,
                    Counter.builder(MetricNames.DELIVERIES)
                            .description("Alert transitions by what became of them at a target; retries count, too")
                            .tag(MetricNames.TARGET, target)
                            .tag(MetricNames.OUTCOME, result.label())
                            .register(registry));
        }
        delay = Timer.builder(MetricNames.DELIVERY_DELAY)
                .description("From the event time of a transition until its target had it")
                .tag(MetricNames.TARGET, target)
                .serviceLevelObjectives(DELAY_BUCKETS)
                .register(registry);
        gauge(
                registry,
                target,
                MetricNames.DELIVERY_PENDING,
                "Alert transitions read and not settled",
                Backlog::unsettled);
        gauge(registry, target, MetricNames.DELIVERY_LAG, "Alert transitions on Kafka and not yet read", Backlog::lag);
        gauge(
                registry,
                target,
                MetricNames.DELIVERY_OLDEST,
                "How long the oldest alert transition that is not settled has been waiting",
                this::oldestSeconds);
    }

    @Override
    public void counted(Result result) {
        Objects.requireNonNull(results.get(result)).increment();
    }

    @Override
    public void delivered(Duration taken) {
        delay.record(taken.isNegative() ? Duration.ZERO : taken);
    }

    /** Notes what is still to be told. */
    public void remaining(Backlog now) {
        backlog = now;
    }

    private double oldestSeconds(Backlog now) {
        return now.oldest()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private void gauge(
            MeterRegistry registry, String target, String name, String description, ToDoubleFunction<Backlog> value) {
        Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.backlog))
                .description(description)
                .tag(MetricNames.TARGET, target)
                .strongReference(true)
                .register(registry);
    }
}

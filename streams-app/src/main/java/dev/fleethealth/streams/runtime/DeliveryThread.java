package dev.fleethealth.streams.runtime;

import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.streams.delivery.Dispatcher;
import dev.fleethealth.streams.delivery.Limits;
import dev.fleethealth.streams.delivery.Rules;
import dev.fleethealth.streams.delivery.http.HttpSender;
import dev.fleethealth.streams.delivery.http.HttpTarget;
import dev.fleethealth.streams.delivery.kafka.Backlog;
import dev.fleethealth.streams.delivery.kafka.TargetWorker;
import dev.fleethealth.streams.delivery.kafka.WorkerSettings;
import dev.fleethealth.streams.delivery.settings.DeliverySettings;
import dev.fleethealth.streams.delivery.settings.TargetSettings;
import dev.fleethealth.streams.metrics.DeliveryMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers to one target; starts anew where Kafka's client gave up, for what is not settled is read again. */
final class DeliveryThread implements HealthCheck {
    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryThread.class);
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(1);

    private final HttpTarget target;
    private final Rules rules;
    private final Limits limits;
    private final Duration timeout;
    private final DeliveryMetrics metrics;
    private volatile boolean caughtUp;

    DeliveryThread(TargetSettings target, DeliverySettings delivery, Rules rules, MeterRegistry metrics) {
        this.target = target.choose(new TargetMaker(delivery.links()));
        this.rules = rules;
        this.limits = delivery.limitsOf(target);
        this.timeout = target.limits().timeout();
        this.metrics = new DeliveryMetrics(metrics, target.name(), InstantSource.system());
    }

    String target() {
        return target.name();
    }

    @Override
    public String name() {
        return "delivery-" + target();
    }

    @Override
    public Optional<String> problem() {
        return caughtUp ? Optional.empty() : Optional.of("reads what there is");
    }

    /** @throws RuntimeException when starting anew would not help */
    void run(WorkerSettings settings, BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            try (TargetWorker worker = worker(settings)) {
                worker.run(stop);
            } catch (ApiException e) {
                caughtUp = false;
                LOGGER.atWarn()
                        .addKeyValue("target", target())
                        .addKeyValue("error", e.toString())
                        .log("Delivery starts anew");
                LockSupport.parkNanos(BETWEEN_STARTS.toNanos());
            }
        }
    }

    private TargetWorker worker(WorkerSettings settings) {
        Dispatcher dispatcher = new Dispatcher(target, rules, limits, new SecureRandom(), metrics);
        HttpSender sender = new HttpSender(timeout, InstantSource.system());
        return new TargetWorker(settings, target, dispatcher, sender, timeout, InstantSource.system(), this::remaining);
    }

    private void remaining(Backlog backlog) {
        caughtUp = backlog.caughtUp();
        metrics.remaining(backlog);
    }
}

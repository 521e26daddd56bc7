package dev.fleethealth.benchmarks.day;

import dev.fleethealth.benchmarks.day.broker.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** What happens on a day without trouble: devices connect, lose their network now and then, wake up and go to sleep. */
final class OrdinaryLife {
    private static final Duration MORNING = Duration.ofMinutes(10);
    private static final Duration MEAN_BETWEEN_LOSSES = Duration.ofHours(6);
    private static final Duration LEAST_BETWEEN_LOSSES = Duration.ofMinutes(20);
    private static final Duration LONGEST_AWAY = Duration.ofSeconds(90);
    private static final Duration AWAKE = Duration.ofSeconds(20);

    private final FleetDay fleet;
    private final Instant midnight;
    private final Instant end;
    private final Random random;

    OrdinaryLife(FleetDay fleet) {
        this.fleet = fleet;
        this.midnight = fleet.span().from();
        this.end = fleet.span().to();
        this.random = fleet.random();
    }

    void live() {
        fleet.residents().forEach(this::reside);
        fleet.sleepers().forEach(this::sleepAndWake);
    }

    private void reside(Device device) {
        Instant time = midnight.plus(upTo(MORNING));
        fleet.connect(device, time);
        time = afterLosses(time);
        while (time.isBefore(end)) {
            Instant back = time.plusSeconds(2).plus(upTo(LONGEST_AWAY));
            if (device.free(new Span(time, back))) {
                fleet.end(device, time, ending());
                fleet.connect(device, back);
            }
            time = afterLosses(time);
        }
    }

    private void sleepAndWake(Device device) {
        Duration sleep = fleet.plan().sleep();
        Instant time = midnight.plus(upTo(sleep));
        while (time.isBefore(end)) {
            if (device.free(new Span(time, time.plus(AWAKE)))) {
                fleet.connect(device, time);
                fleet.end(device, time.plus(AWAKE), Ending.NORMAL);
            }
            time = time.plus(sleep).plus(upTo(Duration.ofMinutes(1)));
        }
    }

    private Ending ending() {
        double which = random.nextDouble();
        if (which < 0.1) {
            return Ending.NORMAL;
        }
        return which < 0.3 && fleet.plan().dialect() != Dialect.APSARAMQ ? Ending.KEEP_ALIVE : Ending.LOST;
    }

    private Instant afterLosses(Instant time) {
        double mean = -Math.log(1 - random.nextDouble());
        return time.plus(LEAST_BETWEEN_LOSSES).plusMillis((long) (mean * MEAN_BETWEEN_LOSSES.toMillis()));
    }

    private Duration upTo(Duration longest) {
        return Duration.ofMillis((long) (random.nextDouble() * longest.toMillis()));
    }
}

package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.Crossing;
import dev.fleethealth.benchmarks.day.Device;
import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.benchmarks.day.Step;
import dev.fleethealth.benchmarks.day.broker.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Pumps on ApsaraMQ, which gives no reasons: takeovers have to be derived. */
final class Pumps implements Story {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Override
    public void tell(FleetDay day) {
        sharedId(day, day.time("02:30"));
        quickReturns(day, day.time("03:30"));
        selfRepair(day, day.time("04:30"));
        int mass = day.thresholds().massDisconnect();
        away(day, day.time("06:00"), (int) Math.ceil(mass * 1.5));
        storm(day, day.time("10:00"));
        away(day, day.time("13:00"), mass - 1);
        away(day, day.time("16:00"), mass);
    }

    private static void sharedId(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(TEN_MINUTES));
        List<Step> takeovers = shapes.takeovers(device, start, Duration.ofSeconds(30), 6, Ending.TAKEN_OVER);
        new Claims(day, "two pumps share an id, no reason is given")
                .device("takeover-loop", device, takeovers, 4, Duration.ofMinutes(5), "duplicate-client-id");
    }

    private static void quickReturns(FleetDay day, Instant start) {
        Device device = new Shapes(day).alone(start, start.plus(TEN_MINUTES));
        for (int i = 0; i < 6; i++) {
            Instant at = start.plusSeconds(40L * i);
            day.end(device, at, Ending.LOST);
            day.connect(device, at.plusMillis(200));
        }
        day.trap("six quick returns, 0.2 s after each loss", start, start.plus(TEN_MINUTES));
    }

    private static void selfRepair(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        for (int i = 0; i < 30; i++) {
            Instant at = start.plusSeconds(30L * i);
            shapes.takeovers(shapes.alone(at, at.plus(TEN_MINUTES)), at, Duration.ofSeconds(40), 2, Ending.TAKEN_OVER);
        }
        day.trap("30 pumps take their own connections over, twice each", start, start.plus(MINUTE.multipliedBy(20)));
    }

    private static void away(FleetDay day, Instant start, int count) {
        Shapes shapes = new Shapes(day);
        List<Device> devices = shapes.cast(count, start, start.plus(MINUTE.multipliedBy(45)));
        List<Step> losses = shapes.ends(devices, start, Duration.ofSeconds(30), Ending.LOST);
        List<Step> returns = shapes.connects(devices, start.plus(MINUTE.multipliedBy(20)), MINUTE.multipliedBy(15));
        if (count >= day.thresholds().massDisconnect()) {
            new Claims(day, "%d pumps are away for 20 min".formatted(count))
                    .massDisconnect(losses, Crossing.nth(returns, (int) Math.ceil(count * 0.9)), "unknown");
        } else {
            day.trap("one pump too few is away", start, start.plus(MINUTE.multipliedBy(45)));
        }
    }

    private static void storm(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        int count = (int) Math.ceil(day.thresholds().storm() * 1.3);
        List<Device> devices = shapes.cast(count, start, start.plus(TEN_MINUTES));
        shapes.ends(devices, start, Duration.ofSeconds(30), Ending.LOST);
        List<Step> returns = shapes.connects(devices, start.plusSeconds(2), Duration.ofSeconds(30));
        new Claims(day, "%d pumps end for no known reason and come back".formatted(count)).storm(returns, "unknown");
    }
}

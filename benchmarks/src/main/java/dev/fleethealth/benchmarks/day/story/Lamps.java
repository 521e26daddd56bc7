package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.Crossing;
import dev.fleethealth.benchmarks.day.Device;
import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.benchmarks.day.Step;
import dev.fleethealth.benchmarks.day.broker.Ending;
import dev.fleethealth.schemas.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Street lamps on ClearBlade, which cuts connections that were idle for 20 minutes and calls it a loss. */
final class Lamps implements Story {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Override
    public void tell(FleetDay day) {
        int surge = day.thresholds().surge();
        silences(day, day.time("03:30"), (int) Math.ceil(surge * 1.15));
        silences(day, day.time("05:00"), surge - 1);
        lostAtAge(day, day.time("07:00"), Duration.ofMinutes(20), "idle-limit");
        lostAtAge(day, day.time("09:00"), Duration.ofMinutes(20).plusSeconds(20), "network-outage");
        tokensExpire(day, day.time("11:00"));
        sharedId(day, day.time("14:00"));
        serverShutsDown(day, day.time("16:00"));
    }

    private static void silences(FleetDay day, Instant start, int count) {
        Shapes shapes = new Shapes(day);
        List<Device> devices = shapes.cast(count, start, start.plus(TEN_MINUTES));
        List<Step> ends = shapes.ends(devices, start, Duration.ofSeconds(90), Ending.KEEP_ALIVE);
        shapes.connects(devices, start.plusSeconds(20), Duration.ofSeconds(90));
        if (count >= day.thresholds().surge()) {
            new Claims(day, "%d lamps fall silent".formatted(count)).keepaliveSurge(ends);
        } else {
            day.trap("one silent lamp too few", start, start.plus(TEN_MINUTES));
        }
    }

    private static void lostAtAge(FleetDay day, Instant start, Duration age, String cause) {
        Shapes shapes = new Shapes(day);
        int count = (int) Math.ceil(day.thresholds().storm() * 1.3);
        List<Device> devices = shapes.cast(count, start, start.plus(age).plus(TEN_MINUTES));
        shapes.ends(devices, start.minus(MINUTE), Duration.ofSeconds(30), Ending.NORMAL);
        shapes.connects(devices, start, Duration.ofSeconds(30));
        shapes.ends(devices, start.plus(age), Duration.ofSeconds(30), Ending.LOST);
        List<Step> returns = shapes.connects(devices, start.plus(age).plusSeconds(2), Duration.ofSeconds(30));
        new Claims(day, "%d lamps are lost after %s".formatted(count, age)).storm(returns, cause);
    }

    /** A third is back soon, the others need ten minutes. */
    private static void tokensExpire(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        int count = (int) Math.ceil(day.thresholds().expiry() * 1.3);
        List<Device> devices = shapes.cast(count, start, start.plus(MINUTE.multipliedBy(25)));
        List<Step> expiries = shapes.ends(devices, start, Duration.ofSeconds(30), Ending.TOKEN_EXPIRED);
        shapes.connects(devices.subList(0, count / 3), start.plusSeconds(40), Duration.ofSeconds(10));
        List<Device> slow = devices.subList(count / 3, count);
        List<Step> returns = shapes.connects(slow, start.plus(TEN_MINUTES), MINUTE.multipliedBy(5));
        int enough = (int) Math.ceil(count * 0.9) - count / 3;
        new Claims(day, "the tokens of %d lamps expire, most stay away".formatted(count))
                .expiries(expiries, Crossing.nth(returns, enough), Severity.CRITICAL);
    }

    private static void sharedId(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(TEN_MINUTES));
        List<Step> takeovers = shapes.takeovers(device, start, Duration.ofSeconds(30), 5, Ending.TAKEN_OVER);
        new Claims(day, "two lamps share an id")
                .device("takeover-loop", device, takeovers, 4, Duration.ofMinutes(5), "duplicate-client-id");
    }

    private static void serverShutsDown(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        List<Device> devices = shapes.cast(10, start, start.plus(TEN_MINUTES));
        List<Step> ends = shapes.ends(devices, start, Duration.ofSeconds(20), Ending.SHUTDOWN);
        shapes.connects(devices, start.plusSeconds(5), Duration.ofSeconds(20));
        new Claims(day, "the server sends 10 lamps away")
                .brokerRestart(Optional.empty(), Crossing.of(ends, 5, MINUTE), Crossing.last(ends));
    }
}

package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.Crossing;
import dev.fleethealth.benchmarks.day.Device;
import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.benchmarks.day.Step;
import dev.fleethealth.benchmarks.day.broker.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Vans on AWS IoT Core, whose version numbers start again after an hour away. */
final class Vans implements Story {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Override
    public void tell(FleetDay day) {
        refusedAgainAndAgain(day, day.time("02:00"));
        silences(day, day.time("04:00"));
        List<Device> numberedAgain = awayForTwoHours(day, day.time("06:00"));
        storm(day, day.time("10:00"), numberedAgain);
        sharedIdAfterARest(day, day.time("12:00"));
        int surge = day.thresholds().surge();
        blocked(day, day.time("15:00"), (int) Math.ceil(surge * 1.15));
        throttled(day, day.time("19:00"));
        blocked(day, day.time("20:00"), surge - 1);
    }

    private static void refusedAgainAndAgain(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(MINUTE.multipliedBy(30)));
        day.end(device, start.minus(MINUTE), Ending.NORMAL);
        List<Step> refusals = IntStream.range(0, 16)
                .mapToObj(i -> day.refuse(device, start.plusSeconds(3L * i), Ending.NOT_AUTHORIZED))
                .toList();
        day.connect(device, start.plus(MINUTE.multipliedBy(25)));
        Claims claims = new Claims(day, "a van is refused 16 times in 48 s");
        claims.device("auth-failure-loop", device, refusals, 5, MINUTE.multipliedBy(5), "bad-credentials");
        Instant few = Crossing.nth(refusals, 2).plus(TEN_MINUTES);
        claims.device(
                "reconnect-loop", device, refusals, 15, MINUTE, "bad-credentials", Claims.over(few, few, TEN_MINUTES));
    }

    private static void silences(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        int count = (int) Math.ceil(day.thresholds().surge() * 1.15);
        List<Device> devices = shapes.cast(count, start, start.plus(TEN_MINUTES));
        List<Step> ends = shapes.ends(devices, start, Duration.ofSeconds(90), Ending.KEEP_ALIVE);
        shapes.connects(devices, start.plusSeconds(20), Duration.ofSeconds(90));
        new Claims(day, "%d vans fall silent".formatted(count)).keepaliveSurge(ends);
    }

    private static List<Device> awayForTwoHours(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        int count = day.plan().residents() * 7 / 10;
        List<Device> devices = shapes.cast(count, start, start.plus(MINUTE.multipliedBy(180)));
        List<Step> losses = shapes.ends(devices, start, Duration.ofSeconds(20), Ending.LOST);
        shapes.connects(devices, start.plus(MINUTE.multipliedBy(120)), MINUTE.multipliedBy(40));
        new Claims(day, "%d vans are away for two hours".formatted(count))
                .massDisconnect(losses, Crossing.last(losses).plus(MINUTE.multipliedBy(60)), "network-outage");
        return devices;
    }

    private static void storm(FleetDay day, Instant start, List<Device> candidates) {
        Shapes shapes = new Shapes(day);
        int count = (int) Math.ceil(day.thresholds().storm() * 1.3);
        day.quiet(start.minus(TEN_MINUTES), start.plus(TEN_MINUTES));
        List<Device> devices = candidates.subList(0, count);
        shapes.ends(devices, start, Duration.ofSeconds(30), Ending.LOST);
        List<Step> returns = shapes.connects(devices, start.plusSeconds(2), Duration.ofSeconds(30));
        new Claims(day, "%d vans with low version numbers reconnect".formatted(count)).storm(returns, "network-outage");
    }

    private static void sharedIdAfterARest(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(MINUTE.multipliedBy(120)));
        IntStream.range(0, 6).forEach(i -> {
            day.end(device, start.minus(MINUTE.multipliedBy(9 - i)), Ending.NORMAL);
            day.connect(device, start.minus(MINUTE.multipliedBy(9 - i)).plusSeconds(10));
        });
        day.end(device, start, Ending.NORMAL);
        Instant back = start.plus(MINUTE.multipliedBy(90));
        day.connect(device, back);
        List<Step> takeovers =
                shapes.takeovers(device, back.plus(MINUTE), Duration.ofSeconds(20), 5, Ending.TAKEN_OVER);
        new Claims(day, "two vans share an id, version numbers start at 0")
                .device("takeover-loop", device, takeovers, 4, MINUTE.multipliedBy(5), "duplicate-client-id");
    }

    private static void blocked(FleetDay day, Instant start, int count) {
        Shapes shapes = new Shapes(day);
        List<Device> devices = shapes.cast(count, start, start.plus(MINUTE.multipliedBy(180)));
        List<Step> ends = shapes.ends(devices, start, Duration.ofSeconds(40), Ending.BLOCKED);
        shapes.connects(devices, start.plus(MINUTE.multipliedBy(120)), MINUTE.multipliedBy(30));
        if (count >= day.thresholds().surge()) {
            new Claims(day, "%d vans are blocked".formatted(count))
                    .authBurst(ends, Crossing.last(ends), "device-or-registry-disabled");
        } else {
            day.trap("one blocked van too few", start, start.plus(MINUTE.multipliedBy(30)));
        }
    }

    private static void throttled(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        List<Device> devices = shapes.cast(6, start, start.plus(TEN_MINUTES));
        List<Step> ends = shapes.ends(devices, start, Duration.ofSeconds(30), Ending.LIMIT);
        shapes.connects(devices, start.plusSeconds(10), Duration.ofSeconds(30));
        new Claims(day, "the cloud throttles 6 vans").capacity(ends);
    }
}

package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.Crossing;
import dev.fleethealth.benchmarks.day.Device;
import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.benchmarks.day.Step;
import dev.fleethealth.benchmarks.day.broker.Ending;
import dev.fleethealth.schemas.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Meters on TDMQ, which names expired tokens and refuses connects by ending them, and has no connection ids. */
final class Meters implements Story {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Override
    public void tell(FleetDay day) {
        int expiry = day.thresholds().expiry();
        expiries(day, day.time("01:30"), (int) Math.ceil(expiry * 1.3), Duration.ofSeconds(40), true);
        refusedForCapacity(day, day.time("03:00"));
        expiries(day, day.time("05:00"), expiry - 1, Duration.ofSeconds(40), false);
        expiries(day, day.time("06:30"), expiry, Duration.ofSeconds(50), true);
        floodOfTakeovers(day, day.time("08:00"));
        nodeGoesAway(day, day.time("10:00"));
        wakeTogether(day, day.time("12:00"));
        takeoversToldThrice(day, day.time("14:00"));
    }

    private static void expiries(FleetDay day, Instant start, int count, Duration spread, boolean fires) {
        Shapes shapes = new Shapes(day);
        List<Device> devices = shapes.cast(count, start, start.plus(Duration.ofMinutes(10)));
        List<Step> expiries = shapes.ends(devices, start, spread, Ending.TOKEN_EXPIRED);
        List<Step> returns = shapes.connects(devices, start.plusSeconds(12), spread);
        if (fires) {
            new Claims(day, "tokens of %d meters expire".formatted(count))
                    .expiries(expiries, Crossing.nth(returns, (int) Math.ceil(count * 0.9)), Severity.WARNING);
        } else {
            day.trap("one expired token too few", start, start.plus(FIVE_MINUTES));
        }
    }

    private static void refusedForCapacity(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        List<Device> devices = shapes.cast(6, start, start.plus(Duration.ofMinutes(10)));
        shapes.ends(devices, start.minus(MINUTE), Duration.ofSeconds(10), Ending.NORMAL);
        List<Step> refusals = shapes.refusals(devices, start, Duration.ofSeconds(30), Ending.LIMIT);
        shapes.connects(devices, start.plus(FIVE_MINUTES), Duration.ofSeconds(30));
        new Claims(day, "the broker turns 6 meters away").capacity(refusals);
    }

    /** 26 devices share ids with others: 20 alerts, and one for those that come later. */
    private static void floodOfTakeovers(FleetDay day, Instant start) {
        day.prompt(true);
        Shapes shapes = new Shapes(day);
        List<Device> devices = shapes.cast(26, start, start.plus(Duration.ofMinutes(30)));
        Claims claims = new Claims(day, "26 meters share ids with others");
        List<Step> folded = new ArrayList<>();
        List<Step> last = new ArrayList<>();
        for (int i = 0; i < devices.size(); i++) {
            Device device = devices.get(i);
            List<Step> takeovers =
                    shapes.takeovers(device, start.plusSeconds(10L * i), Duration.ofSeconds(20), 6, Ending.TAKEN_OVER);
            if (i < 20) {
                claims.device("takeover-loop", device, takeovers, 4, FIVE_MINUTES, "duplicate-client-id");
            } else {
                folded.add(takeovers.get(3));
                last.add(takeovers.get(5));
            }
        }
        day.prompt(false);
        Instant over = Crossing.last(last).plus(FIVE_MINUTES);
        claims.fleet(
                "takeover-loop",
                Crossing.of(folded, 1, FIVE_MINUTES),
                Severity.WARNING,
                Set.of("duplicate-client-id"),
                Claims.over(over, over, FIVE_MINUTES));
    }

    private static void nodeGoesAway(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        String node = day.plan().nodes().get(1);
        int count = (int) Math.ceil(day.thresholds().storm() * 1.3);
        day.quiet(start.minus(Duration.ofMinutes(10)), start.plus(Duration.ofMinutes(10)));
        List<Device> devices = day.residents().stream()
                .filter(device -> device.node().equals(node))
                .limit(count)
                .toList();
        List<Step> ends = shapes.ends(devices, start, Duration.ofSeconds(10), Ending.SHUTDOWN);
        List<Step> returns = shapes.connects(devices, start.plusSeconds(12), Duration.ofSeconds(30));
        Claims claims = new Claims(day, "a node sends %d meters away".formatted(count));
        claims.brokerRestart(Optional.of(node), Crossing.of(ends, 5, MINUTE), Crossing.last(ends));
        claims.explainedBy("broker-restart").storm(returns, "broker-restart");
    }

    private static void wakeTogether(FleetDay day, Instant start) {
        List<Device> devices = day.sleepers();
        day.take(devices, start.minus(MINUTE), start.plus(MINUTE));
        Shapes shapes = new Shapes(day);
        shapes.connects(devices, start, Duration.ofSeconds(20));
        shapes.ends(devices, start.plusSeconds(21), Duration.ofSeconds(20), Ending.NORMAL);
        day.trap("%d meters wake up as planned".formatted(devices.size()), start, start.plus(FIVE_MINUTES));
    }

    private static void takeoversToldThrice(FleetDay day, Instant start) {
        Device device = new Shapes(day).alone(start, start.plus(Duration.ofMinutes(10)));
        IntStream.range(0, 3)
                .forEach(i ->
                        day.takeOver(device, start.plusSeconds(20L * i), Duration.ofMillis(120), Ending.TAKEN_OVER, 3));
        day.trap("three takeovers, each told three times", start, start.plus(FIVE_MINUTES));
    }
}

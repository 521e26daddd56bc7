package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.Crossing;
import dev.fleethealth.benchmarks.day.Device;
import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.benchmarks.day.Span;
import dev.fleethealth.benchmarks.day.Step;
import dev.fleethealth.benchmarks.day.broker.Ending;
import dev.fleethealth.schemas.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Robots on HiveMQ, which reports its clients as lost before it says that it stops. */
final class Robots implements Story {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Override
    public void tell(FleetDay day) {
        wrongPassword(day, day.time("02:00"), 12, Duration.ofSeconds(20));
        wrongPassword(day, day.time("02:40"), 4, MINUTE);
        nodeRestarts(day, day.time("04:00"));
        knownTokensExpire(day, day.time("07:00"));
        slowLoop(day, day.time("09:00"), 32);
        slowLoop(day, day.time("09:40"), 29);
        protocolErrors(day, day.time("11:00"), 3);
        protocolErrors(day, day.time("11:40"), 2);
        quotaExceeded(day, day.time("13:00"), 5);
        quotaExceeded(day, day.time("14:30"), 4);
    }

    private static void wrongPassword(FleetDay day, Instant start, int times, Duration interval) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(MINUTE.multipliedBy(20)));
        day.end(device, start.minusSeconds(30), Ending.NORMAL);
        List<Step> refusals = IntStream.range(0, times)
                .mapToObj(i -> day.refuse(device, start.plus(interval.multipliedBy(i)), Ending.BAD_CREDENTIALS))
                .toList();
        day.connect(device, start.plus(TEN_MINUTES));
        if (times >= 5) {
            new Claims(day, "a robot has a wrong password")
                    .device("auth-failure-loop", device, refusals, 5, MINUTE.multipliedBy(5), "bad-credentials");
        } else {
            day.trap(times + " wrong passwords in 5 min", start, start.plus(TEN_MINUTES));
        }
    }

    private static void nodeRestarts(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        day.quiet(start.minus(TEN_MINUTES), start.plus(TEN_MINUTES));
        String node = day.plan().nodes().get(0);
        List<Device> devices = day.residents().stream()
                .filter(device -> device.node().equals(node))
                .toList();
        List<Step> losses = shapes.ends(devices, start, Duration.ofSeconds(1), Ending.LOST);
        Instant stopping = start.plusSeconds(3);
        day.broker(node, stopping, true);
        day.broker(node, start.plusSeconds(50), false);
        List<Step> returns = shapes.connects(devices, start.plusSeconds(55), Duration.ofSeconds(30));
        Claims claims = new Claims(day, "a node with %d robots restarts".formatted(devices.size()));
        claims.brokerRestart(Optional.of(node), new Span(stopping, stopping.plusSeconds(5)), stopping);
        Claims explained = claims.explainedBy("broker-restart");
        explained.massDisconnect(
                losses, Crossing.nth(returns, (int) Math.ceil(devices.size() * 0.9)), "broker-restart");
        explained.storm(returns, "broker-restart");
    }

    /** The connections are just cut; only {@code exp} says why. */
    private static void knownTokensExpire(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        int count = (int) Math.ceil(day.thresholds().expiry() * 1.3);
        Instant renewed = start.minus(Duration.ofHours(1));
        List<Device> devices = shapes.cast(count, renewed, start.plus(TEN_MINUTES));
        shapes.ends(devices, renewed.minusSeconds(40), Duration.ofSeconds(30), Ending.NORMAL);
        devices.forEach(device -> day.connect(device, renewed, start));
        List<Step> expiries = shapes.ends(devices, start, Duration.ofSeconds(4), Ending.LOST);
        List<Step> returns = shapes.connects(devices, start.plusSeconds(8), Duration.ofSeconds(10));
        new Claims(day, "%d known tokens expire, the connections are cut".formatted(count))
                .expiries(expiries, Crossing.nth(returns, (int) Math.ceil(count * 0.9)), Severity.WARNING);
    }

    private static void slowLoop(FleetDay day, Instant start, int times) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(MINUTE.multipliedBy(25)));
        day.end(device, start.minusSeconds(10), Ending.LOST);
        List<Step> connects =
                shapes.loop(device, start, Duration.ofSeconds(18), Duration.ofSeconds(10), times, Ending.LOST);
        day.connect(device, start.plus(MINUTE.multipliedBy(22)));
        if (times >= 30) {
            Instant few = Crossing.nth(connects, times - 14).plus(TEN_MINUTES);
            new Claims(day, "a robot connects every 18 s")
                    .device(
                            "reconnect-loop",
                            device,
                            connects,
                            30,
                            TEN_MINUTES,
                            "unstable-link",
                            Claims.over(few, few, TEN_MINUTES));
        } else {
            day.trap(times + " connects in 10 min", start, start.plus(MINUTE.multipliedBy(25)));
        }
    }

    private static void protocolErrors(FleetDay day, Instant start, int times) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(MINUTE.multipliedBy(25)));
        List<Step> ends = IntStream.range(0, times)
                .mapToObj(i -> {
                    Instant at = start.plus(MINUTE.multipliedBy(4).multipliedBy(i));
                    Step end = day.end(device, at, Ending.PROTOCOL_ERROR);
                    day.connect(device, at.plusSeconds(15));
                    return end;
                })
                .toList();
        if (times >= 3) {
            new Claims(day, "a robot breaks the protocol three times in 8 min")
                    .device("client-misbehaviour", device, ends, 3, TEN_MINUTES, "client-defect");
        } else {
            day.trap(times + " protocol errors", start, start.plus(MINUTE.multipliedBy(25)));
        }
    }

    /** Three devices, so it is the refusals that count. */
    private static void quotaExceeded(FleetDay day, Instant start, int times) {
        Shapes shapes = new Shapes(day);
        List<Device> devices = shapes.cast(3, start, start.plus(TEN_MINUTES));
        shapes.ends(devices, start.minus(MINUTE), Duration.ofSeconds(10), Ending.NORMAL);
        List<Step> refusals = IntStream.range(0, times)
                .mapToObj(i -> day.refuse(devices.get(i % 3), start.plusSeconds(12L * i), Ending.LIMIT))
                .toList();
        shapes.connects(devices, start.plus(MINUTE.multipliedBy(5)), MINUTE);
        if (times >= 5) {
            new Claims(day, "three robots are turned away five times").capacity(refusals);
        } else {
            day.trap(times + " robots are turned away", start, start.plus(TEN_MINUTES));
        }
    }
}

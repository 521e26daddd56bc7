package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.Crossing;
import dev.fleethealth.benchmarks.day.Device;
import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.benchmarks.day.Span;
import dev.fleethealth.benchmarks.day.Step;
import dev.fleethealth.benchmarks.day.broker.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A plant on Mosquitto: a clock of whole seconds, and no word about clients when the broker stops. */
final class Plant implements Story {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Override
    public void tell(FleetDay day) {
        silences(day, day.time("02:00"), 4, Duration.ofMinutes(4));
        silences(day, day.time("03:00"), 3, Duration.ofSeconds(465));
        protocolErrors(day, day.time("04:00"));
        fastLoop(day, day.time("06:00"));
        takeoversWithinASecond(day, day.time("08:00"));
        brokerRestarts(day, day.time("10:00"));
        quickReturns(day, day.time("13:00"));
        threeTakeovers(day, day.time("15:00"));
    }

    /** The second time, the third silence comes 15 min and 30 s after the first. */
    private static void silences(FleetDay day, Instant start, int times, Duration interval) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start.minus(QUARTER), start.plus(MINUTE.multipliedBy(40)));
        List<Step> ends = IntStream.range(0, times)
                .mapToObj(i -> {
                    Instant at = start.plus(interval.multipliedBy(i));
                    Step end = day.end(device, at, Ending.KEEP_ALIVE);
                    day.connect(device, at.plusSeconds(20));
                    return end;
                })
                .toList();
        if (times > 3) {
            new Claims(day, "a machine falls silent every 4 min")
                    .device("keepalive-timeout", device, ends, 3, QUARTER, "unstable-link");
        } else {
            day.trap("three silences in 15.5 min", start, start.plus(MINUTE.multipliedBy(40)));
        }
    }

    private static void protocolErrors(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(MINUTE.multipliedBy(30)));
        day.end(device, start.minusSeconds(30), Ending.NORMAL);
        List<Step> connects =
                shapes.loop(device, start, MINUTE.multipliedBy(2), Duration.ofSeconds(1), 4, Ending.PROTOCOL_ERROR);
        day.connect(device, start.plus(MINUTE.multipliedBy(25)));
        new Claims(day, "a machine breaks the protocol four times")
                .device("client-misbehaviour", device, connects, 3, TEN_MINUTES, "client-defect");
    }

    private static void fastLoop(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(MINUTE.multipliedBy(20)));
        day.end(device, start.minusSeconds(3), Ending.LOST);
        List<Step> connects = shapes.loop(device, start, Duration.ofSeconds(3), Duration.ofSeconds(1), 40, Ending.LOST);
        day.connect(device, start.plus(MINUTE.multipliedBy(15)));
        Instant few = Crossing.nth(connects, 40 - 14).plus(TEN_MINUTES);
        new Claims(day, "a machine connects every 3 s")
                .device(
                        "reconnect-loop",
                        device,
                        connects,
                        15,
                        MINUTE,
                        "unstable-link",
                        Claims.over(few, few, TEN_MINUTES));
    }

    /** The old connection's end has no reason and comes in the same second. */
    private static void takeoversWithinASecond(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(MINUTE.multipliedBy(20)));
        List<Step> takeovers = shapes.takeovers(device, start, Duration.ofSeconds(25), 5, Ending.LOST);
        new Claims(day, "two machines share an id, the old one is closed in the same second")
                .device("takeover-loop", device, takeovers, 4, Duration.ofMinutes(5), "duplicate-client-id");
    }

    private static void threeTakeovers(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(MINUTE.multipliedBy(20)));
        shapes.takeovers(device, start, Duration.ofSeconds(75), 3, Ending.TAKEN_OVER);
        shapes.takeovers(device, start.plusSeconds(306), Duration.ofSeconds(75), 3, Ending.TAKEN_OVER);
        day.trap("never four takeovers within 5 min", start, start.plus(MINUTE.multipliedBy(20)));
    }

    private static void brokerRestarts(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        day.quiet(start.minus(TEN_MINUTES), start.plus(TEN_MINUTES));
        day.broker("", start, true);
        day.broker("", start.plusSeconds(20), false);
        List<Step> returns = shapes.connects(day.residents(), start.plusSeconds(22), Duration.ofSeconds(40));
        Claims claims = new Claims(day, "the plant's broker restarts");
        claims.brokerRestart(Optional.empty(), new Span(start, start.plusSeconds(5)), start);
        claims.explainedBy("broker-restart").storm(returns, "broker-restart");
    }

    private static void quickReturns(FleetDay day, Instant start) {
        Device device = new Shapes(day).alone(start, start.plus(TEN_MINUTES));
        for (int i = 0; i < 6; i++) {
            Instant at = start.plusSeconds(30L * i);
            day.end(device, at, Ending.LOST);
            day.connect(device, at.plusSeconds(1));
        }
        day.trap("six quick returns, a second after each loss", start, start.plus(TEN_MINUTES));
    }
}

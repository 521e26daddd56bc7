package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.Crossing;
import dev.fleethealth.benchmarks.day.Device;
import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.benchmarks.day.Step;
import dev.fleethealth.benchmarks.day.broker.Ending;
import dev.fleethealth.schemas.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Scooters on EMQX, which reports an expired token as not authorized and refused connects by connack. */
final class Scooters implements Story {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Instant YEAR_2106 = Instant.ofEpochSecond(4_294_967_295L);

    @Override
    public void tell(FleetDay day) {
        int storm = day.thresholds().storm();
        int many = (int) Math.ceil(storm * 1.3);
        storm(day, day.time("01:40"), many, Ending.LOST, "network-outage");
        outage(day, day.time("04:00"));
        sharedId(day, day.time("05:40"));
        selfRepair(day, day.time("06:40"));
        wrongPasswords(day, day.time("02:40"));
        knownTokensExpire(day, day.time("10:00"));
        unknownTokensExpire(day, day.time("12:00"));
        newsFromTheMorning(day, day.time("14:00"), many);
        brokenClocks(day, day.time("15:30"), many, Instant.EPOCH);
        brokenClocks(day, day.time("16:10"), many, YEAR_2106);
        storm(day, day.time("17:30"), many, Ending.KICKED, "admin-action");
        storm(day, day.time("19:00"), storm - 1, Ending.LOST, "");
        storm(day, day.time("20:30"), storm, Ending.LOST, "network-outage");
        twiceAtOnce(day, day.time("21:10"), many);
        redirected(day, day.time("22:00"), 4);
        redirected(day, day.time("22:40"), 5);
    }

    /** They are away for two seconds only, so that few are away at a time. */
    private static void storm(FleetDay day, Instant start, int count, Ending ending, String cause) {
        Shapes shapes = new Shapes(day);
        List<Device> devices = shapes.cast(count, start, start.plus(TEN_MINUTES));
        shapes.ends(devices, start, Duration.ofSeconds(30), ending);
        List<Step> returns = shapes.connects(devices, start.plusSeconds(2), Duration.ofSeconds(30));
        if (cause.isEmpty()) {
            day.trap("one reconnect too few", start, start.plus(TEN_MINUTES));
        } else {
            new Claims(day, "%d scooters end (%s) and come back".formatted(count, ending)).storm(returns, cause);
        }
    }

    /** The second storm comes while the first one is being held open, so it is the same. */
    private static void twiceAtOnce(FleetDay day, Instant start, int count) {
        Shapes shapes = new Shapes(day);
        Instant again = start.plusSeconds(200);
        List<Device> devices = shapes.cast(count, start, again.plus(TEN_MINUTES));
        shapes.ends(devices, start, Duration.ofSeconds(30), Ending.LOST);
        List<Step> first = shapes.connects(devices, start.plusSeconds(2), Duration.ofSeconds(30));
        shapes.ends(devices, again, Duration.ofSeconds(30), Ending.LOST);
        List<Step> second = shapes.connects(devices, again.plusSeconds(2), Duration.ofSeconds(30));
        new Claims(day, "%d scooters reconnect, and again after 200 s".formatted(count))
                .storm(first, Crossing.last(second), "network-outage");
    }

    /** Most of the fleet is away, and meanwhile others send garbage times. */
    private static void outage(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        int count = day.plan().residents() * 6 / 10;
        List<Device> devices = shapes.cast(count, start, start.plus(TEN_MINUTES));
        List<Step> losses = shapes.ends(devices, start, Duration.ofSeconds(10), Ending.LOST);
        day.next(30).forEach(device -> day.poison(device, start.plusSeconds(30), Instant.EPOCH));
        List<Step> returns = shapes.connects(devices, start.plusSeconds(45), Duration.ofSeconds(30));
        Claims claims = new Claims(day, "60 % of the scooters lose the network for 45 s");
        claims.massDisconnect(losses, Crossing.nth(returns, (int) Math.ceil(count * 0.9)), "network-outage");
        claims.storm(returns, "network-outage");
    }

    private static void sharedId(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        Device device = shapes.alone(start, start.plus(TEN_MINUTES));
        List<Step> takeovers = shapes.takeovers(device, start, Duration.ofSeconds(20), 8, Ending.TAKEN_OVER);
        new Claims(day, "two scooters share an id")
                .device("takeover-loop", device, takeovers, 4, Duration.ofMinutes(5), "duplicate-client-id");
    }

    /** After a change of network, the device is back before the broker knows that it was away. */
    private static void selfRepair(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        for (int i = 0; i < 60; i++) {
            Instant at = start.plusSeconds(20L * i);
            shapes.takeovers(shapes.alone(at, at.plus(TEN_MINUTES)), at, Duration.ofSeconds(40), 2, Ending.TAKEN_OVER);
        }
        day.trap("60 scooters take their own connections over, twice each", start, start.plus(MINUTE.multipliedBy(25)));
    }

    private static void wrongPasswords(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        int count = (int) Math.ceil(day.thresholds().surge() * 1.15);
        List<Device> devices = shapes.cast(count, start, start.plus(MINUTE.multipliedBy(15)));
        shapes.ends(devices, start.minusSeconds(30), Duration.ofSeconds(20), Ending.NORMAL);
        List<Step> first = shapes.refusals(devices, start, Duration.ofSeconds(35), Ending.BAD_CREDENTIALS);
        List<Step> second =
                shapes.refusals(devices, start.plusSeconds(10), Duration.ofSeconds(35), Ending.BAD_CREDENTIALS);
        shapes.connects(devices, start.plus(MINUTE.multipliedBy(5)), MINUTE.multipliedBy(5));
        new Claims(day, "%d scooters have wrong passwords".formatted(count))
                .authBurst(first, Crossing.last(second), "bad-credentials");
    }

    /** The broker knows {@code exp}; the devices come back with their old tokens first. */
    private static void knownTokensExpire(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        int count = (int) Math.ceil(day.thresholds().surge() * 1.15);
        Instant renewed = start.minus(Duration.ofHours(1));
        List<Device> devices = shapes.cast(count, renewed, start.plus(MINUTE.multipliedBy(20)));
        shapes.ends(devices, renewed.minusSeconds(40), Duration.ofSeconds(30), Ending.NORMAL);
        devices.forEach(device -> day.connect(device, renewed, start));
        List<Step> expiries = shapes.ends(devices, start, Duration.ofSeconds(4), Ending.NOT_AUTHORIZED);
        List<Step> first =
                shapes.refusals(devices, start.plusSeconds(10), Duration.ofSeconds(20), Ending.BAD_CREDENTIALS);
        List<Step> second =
                shapes.refusals(devices, start.plusSeconds(20), Duration.ofSeconds(20), Ending.BAD_CREDENTIALS);
        List<Step> returns = shapes.connects(devices, start.plus(MINUTE.multipliedBy(6)), MINUTE.multipliedBy(6));
        Claims claims = new Claims(day, "%d known tokens expire, old ones are tried again".formatted(count));
        claims.expiries(expiries, Crossing.nth(returns, (int) Math.ceil(count * 0.9)), Severity.CRITICAL);
        claims.authBurst(first, Crossing.last(second), "bad-credentials", "credential-expiry");
    }

    /** The same end, but nobody knows {@code exp}: all that can be said is that they were refused. */
    private static void unknownTokensExpire(FleetDay day, Instant start) {
        Shapes shapes = new Shapes(day);
        int count = (int) Math.ceil(day.thresholds().surge() * 1.15);
        List<Device> devices = shapes.cast(count, start, start.plus(TEN_MINUTES));
        List<Step> ends = shapes.ends(devices, start, Duration.ofSeconds(40), Ending.NOT_AUTHORIZED);
        shapes.connects(devices, start.plusSeconds(2), Duration.ofSeconds(40));
        new Claims(day, "%d tokens expire of which nobody knows when".formatted(count))
                .authBurst(ends, Crossing.last(ends), "bad-credentials");
    }

    private static void newsFromTheMorning(FleetDay day, Instant start, int count) {
        Shapes shapes = new Shapes(day);
        Instant told = start.plus(MINUTE.multipliedBy(5));
        shapes.cast(count, start, told.plus(TEN_MINUTES)).forEach(device -> {
            day.late(device, start, told, Optional.of(Ending.LOST));
            day.late(device, start.plusSeconds(40), told.plusSeconds(1), Optional.empty());
        });
        day.trap("a storm of %d scooters, told 5 min late".formatted(count), start, told.plus(TEN_MINUTES));
    }

    private static void brokenClocks(FleetDay day, Instant start, int count, Instant stamped) {
        List<Device> devices = new Shapes(day).cast(count, start, start.plus(TEN_MINUTES));
        devices.forEach(device -> day.poison(device, start, stamped));
        day.trap(
                "%d ends stamped %tY".formatted(count, stamped.atOffset(ZoneOffset.UTC)),
                start,
                start.plus(TEN_MINUTES));
    }

    private static void redirected(FleetDay day, Instant start, int count) {
        Shapes shapes = new Shapes(day);
        day.quiet(start.minus(TEN_MINUTES), start.plus(TEN_MINUTES));
        String node = day.plan().nodes().get(0);
        List<Device> devices = onNode(day, node).limit(count).toList();
        List<Step> ends = shapes.ends(devices, start, Duration.ofSeconds(20), Ending.REDIRECTED);
        shapes.connects(devices, start.plusSeconds(3), Duration.ofSeconds(20));
        if (count >= 5) {
            new Claims(day, count + " scooters are sent to another server")
                    .brokerRestart(Optional.of(node), Crossing.of(ends, 5, MINUTE), Crossing.last(ends));
        } else {
            day.trap(count + " scooters are sent to another server", start, start.plus(TEN_MINUTES));
        }
    }

    private static Stream<Device> onNode(FleetDay day, String node) {
        return day.residents().stream().filter(device -> device.node().equals(node));
    }
}

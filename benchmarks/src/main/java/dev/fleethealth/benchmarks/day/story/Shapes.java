package dev.fleethealth.benchmarks.day.story;

import dev.fleethealth.benchmarks.day.Device;
import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.benchmarks.day.Step;
import dev.fleethealth.benchmarks.day.broker.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Shapes that many incidents have: many devices do the same, one after the other or one of them again and again. */
final class Shapes {
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final FleetDay day;

    Shapes(FleetDay day) {
        this.day = day;
    }

    /** So many residents, and no ordinary trouble in the fleet from ten minutes before until then. */
    List<Device> cast(int count, Instant start, Instant end) {
        day.quiet(start.minus(QUIET), end);
        return day.next(count);
    }

    /** One resident to which nothing ordinary happens. */
    Device alone(Instant start, Instant end) {
        List<Device> one = day.next(1);
        day.take(one, start.minus(QUIET), end);
        return one.get(0);
    }

    /** They end one after the other, the first at the start. */
    List<Step> ends(List<Device> devices, Instant start, Duration spread, Ending ending) {
        return IntStream.range(0, devices.size())
                .mapToObj(i -> day.end(devices.get(i), moment(start, spread, i, devices.size()), ending))
                .toList();
    }

    /** They are refused one after the other. */
    List<Step> refusals(List<Device> devices, Instant start, Duration spread, Ending ending) {
        return IntStream.range(0, devices.size())
                .mapToObj(i -> day.refuse(devices.get(i), moment(start, spread, i, devices.size()), ending))
                .toList();
    }

    /** They connect one after the other. */
    List<Step> connects(List<Device> devices, Instant start, Duration spread) {
        return IntStream.range(0, devices.size())
                .mapToObj(i -> day.connect(devices.get(i), moment(start, spread, i, devices.size())))
                .toList();
    }

    /** The device connects and loses the connection, so many times at that interval. */
    List<Step> loop(Device device, Instant start, Duration interval, Duration lasts, int times, Ending ending) {
        return IntStream.range(0, times)
                .mapToObj(i -> {
                    Instant at = start.plus(interval.multipliedBy(i));
                    Step connect = day.connect(device, at);
                    day.end(device, at.plus(lasts), ending);
                    return connect;
                })
                .toList();
    }

    /** Two devices share the id: each takes the connection over from the other, so many times. */
    List<Step> takeovers(Device device, Instant start, Duration interval, int times, Ending ending) {
        return IntStream.range(0, times)
                .mapToObj(i ->
                        day.takeOver(device, start.plus(interval.multipliedBy(i)), Duration.ofMillis(120), ending, 1))
                .toList();
    }

    private static Instant moment(Instant start, Duration spread, int index, int of) {
        return start.plus(spread.multipliedBy(index).dividedBy(of));
    }
}

package dev.fleethealth.streams.chaos;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fleets in which every count stands exactly at a threshold or one below it, so that one event that is lost, or counts
 * twice, makes an alert too few or one too many: in each, of a hundred devices, ten are taken over as often as fires and
 * others once less. In every second fleet as many devices reconnect as make a storm, in the others one less.
 */
final class Boundary {
    static final int DEVICES = 100;
    private static final int LOUD = 10;

    /** Thresholds as they are by default, in windows short enough for a test. */
    static final String SETTINGS = """
            detection: {resolve-hold: 2s}
            detectors:
              takeover-loop: {window: 10s}
              reconnection-storm: {window: 60s, clears-after: 10s}
            """;

    private static final int STORM = 20;

    private Boundary() {}

    /**
     * @param spread over how much time the fleets begin
     * @param every from the start of one round to the start of the next; the rounds of a fleet do not overlap
     */
    static Story of(int fleets, Duration spread, Duration every) {
        List<String> lines = IntStream.range(0, fleets)
                .boxed()
                .flatMap(fleet -> lines(
                        fleet, spread.multipliedBy(fleet).dividedBy(fleets).toMillis()))
                .toList();
        return Story.of(lines, every);
    }

    private static Stream<String> lines(int fleet, long from) {
        int acting = fleet % 2 == 0 ? DEVICES : STORM - 1;
        String option = " with fleet=fleet-" + fleet;
        return Stream.of(
                devices(fleet, 1, DEVICES) + " connect " + between(from, 2_000) + option,
                devices(fleet, 1, LOUD) + " taken over " + between(from + 3_000, 1_500) + " every 2s x4" + option,
                devices(fleet, LOUD + 1, acting) + " taken over " + between(from + 3_000, 3_500) + " every 2s x3"
                        + option,
                devices(fleet, 1, DEVICES) + " drop NORMAL " + between(from + 12_000, 2_000) + option);
    }

    private static String devices(int fleet, int first, int last) {
        return "f%1$dx%2$d..f%1$dx%3$d".formatted(fleet, first, last);
    }

    private static String between(long millis, long length) {
        return "between +%dms and +%dms".formatted(millis, millis + length);
    }
}

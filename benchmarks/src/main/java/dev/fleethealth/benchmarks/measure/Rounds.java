package dev.fleethealth.benchmarks.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Runs the lanes in turns, so that whatever else happens on the machine meets all of them, and compares them round by
 * round.
 */
public final class Rounds {
    private final Map<Lane, List<Measurement>> measurements = new LinkedHashMap<>();

    private Rounds() {}

    /** @param progress is told each result in a line */
    public static Rounds run(List<Lane> lanes, int rounds, Consumer<String> progress) throws Exception {
        Rounds all = new Rounds();
        for (int round = 1; round <= rounds; round++) {
            for (Lane lane : lanes) {
                System.gc();
                Measurement measured = lane.run();
                all.measurements.computeIfAbsent(lane, any -> new ArrayList<>()).add(measured);
                progress.accept("round %d of %d, %s: %.2f µs of thread, %.2f µs of process, %,.0f records/s"
                        .formatted(
                                round,
                                rounds,
                                lane.name(),
                                measured.threadMicros(),
                                measured.processMicros(),
                                measured.recordsPerSecond()));
            }
        }
        return all;
    }

    public Spread spread(Lane lane, ToDoubleFunction<Measurement> figure) {
        return Spread.of(of(lane).stream().map(figure::applyAsDouble).toList());
    }

    /** A figure made of two measurements of the same round. */
    public Spread spread(Lane lane, Lane other, BiFunction<Measurement, Measurement, Double> figure) {
        return Spread.of(IntStream.range(0, of(lane).size())
                .mapToObj(round -> figure.apply(of(lane).get(round), of(other).get(round)))
                .toList());
    }

    private List<Measurement> of(Lane lane) {
        return measurements.getOrDefault(lane, List.of());
    }
}

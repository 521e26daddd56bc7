package dev.fleethealth.streams.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Cuts what waits on several lanes into calls, one of each lane in turn, so that no lane waits for another. */
final class Chunks {
    private Chunks() {}

    /** @param most how many may go together with this one */
    static <T> Collection<List<T>> of(List<T> waiting, Function<T, String> lane, ToIntFunction<T> most) {
        Map<String, List<List<T>>> byLane = new LinkedHashMap<>();
        for (T each : waiting) {
            List<List<T>> chunks = byLane.computeIfAbsent(lane.apply(each), any -> new ArrayList<>());
            List<T> last = chunks.isEmpty() ? List.of() : chunks.get(chunks.size() - 1);
            if (last.isEmpty() || last.size() >= Math.min(most.applyAsInt(each), most.applyAsInt(last.get(0)))) {
                last = new ArrayList<>();
                chunks.add(last);
            }
            last.add(each);
        }
        return inTurn(byLane.values());
    }

    private static <T> List<List<T>> inTurn(Collection<List<List<T>>> lanes) {
        int longest = lanes.stream().mapToInt(List::size).max().orElse(0);
        List<List<T>> ordered = new ArrayList<>();
        for (int round = 0; round < longest; round++) {
            for (List<List<T>> chunks : lanes) {
                if (round < chunks.size()) {
                    ordered.add(chunks.get(round));
                }
            }
        }
        return ordered;
    }
}

package dev.fleethealth.streams.query.cluster;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one instance, or one partition of it, knows of a fleet.
 *
 * @param connects of each of the last 60 full minutes, oldest first, as are the next two
 * @param endings sessions that ended
 * @param refusals attempts that were refused
 */
public record FleetShare(
        String name, long online, long known, List<Long> connects, List<Long> endings, List<Long> refusals) {

    /** Both together. */
    FleetShare plus(FleetShare other) {
        return new FleetShare(
                name,
                online + other.online,
                known + other.known,
                sum(connects, other.connects),
                sum(endings, other.endings),
                sum(refusals, other.refusals));
    }

    private static List<Long> sum(List<Long> a, List<Long> b) {
        return IntStream.range(0, a.size()).mapToObj(i -> a.get(i) + b.get(i)).toList();
    }
}

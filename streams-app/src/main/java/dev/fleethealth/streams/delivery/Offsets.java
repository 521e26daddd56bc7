package dev.fleethealth.streams.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which records of each partition are settled, and so how far may be committed. Not thread-safe. */
final class Offsets {
    private final Map<Integer, Partition> partitions = new HashMap<>();

    private static final class Partition {
        private final TreeSet<Long> unsettled = new TreeSet<>();
        private long next = -1;
        private long committed = -1;

        long safe() {
            return unsettled.isEmpty() ? next : unsettled.first();
        }
    }

    void read(int partition, long offset) {
        Partition read = partitions.computeIfAbsent(partition, any -> new Partition());
        read.unsettled.add(offset);
        read.next = Math.max(read.next, offset + 1);
    }

    void settle(int partition, long offset) {
        Partition read = partitions.get(partition);
        if (read != null) {
            read.unsettled.remove(offset);
        }
    }

    /** Forgets partitions that another instance reads from now on. */
    void leave(Set<Integer> left) {
        partitions.keySet().removeAll(left);
    }

    int unsettled() {
        return partitions.values().stream()
                .mapToInt(partition -> partition.unsettled.size())
                .sum();
    }

    /** What may be committed since it was asked last: the next offset to read, by partition. */
    Map<Integer, Long> takeCommits() {
        Map<Integer, Long> commits = new HashMap<>();
        partitions.forEach((number, partition) -> {
            if (partition.safe() > partition.committed) {
                commits.put(number, partition.safe());
                partition.committed = partition.safe();
            }
        });
        return commits;
    }
}

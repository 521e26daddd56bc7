package dev.fleethealth.streams.device;

import java.time.Instant;
import java.util.Arrays;

/**
 * The ids of a device's recent events, as 64-bit hashes with their time, so that a message that a source delivers twice
 * counts once. At most {@link #MOST} are kept: a device with more events than that within the period is not told apart
 * from its own repetition any longer, which costs nothing but a double count.
 */
public final class SeenEvents {
    public static final SeenEvents NONE = new SeenEvents(new long[0]);

    private static final int MOST = 1_024;

    /** Pairs of hash and epoch milliseconds, oldest first. */
    private final long[] pairs;

    private SeenEvents(long[] pairs) {
        this.pairs = pairs;
    }

    public static SeenEvents ofPairs(long[] pairs) {
        return pairs.length == 0 ? NONE : new SeenEvents(pairs.clone());
    }

    public long[] toPairs() {
        return pairs.clone();
    }

    public boolean contains(long hash) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] == hash) {
                return true;
            }
        }
        return false;
    }

    /** With one more id. */
    public SeenEvents plus(long hash, Instant at) {
        int from = pairs.length / 2 >= MOST ? 2 : 0;
        long[] next = Arrays.copyOfRange(pairs, from, pairs.length + 2);
        next[next.length - 2] = hash;
        next[next.length - 1] = at.toEpochMilli();
        return new SeenEvents(next);
    }

    /** Without the ids before that time. */
    public SeenEvents since(Instant oldest) {
        int from = 0;
        while (from < pairs.length && pairs[from + 1] < oldest.toEpochMilli()) {
            from += 2;
        }
        return from == 0 ? this : new SeenEvents(Arrays.copyOfRange(pairs, from, pairs.length));
    }

    /** What is kept of an id: FNV-1a with 64 bits. Spread is all that is asked of it, and it needs no library. */
    public static long hashOf(String eventId) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < eventId.length(); i++) {
            hash = (hash ^ eventId.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenEvents that && Arrays.equals(pairs, that.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }
}

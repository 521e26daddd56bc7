package dev.fleethealth.streams.detector;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How a device waits between attempts to connect, read off the gaps between them. */
public enum Backoff {
    /** It comes back within a second. */
    NONE,
    /** The same pause each time. */
    FIXED,
    /** The same pause each time, give or take. */
    FIXED_WITH_JITTER,
    /** Each pause about twice the one before. */
    EXPONENTIAL,
    /** Growing pauses with a random part. */
    EXPONENTIAL_WITH_JITTER,
    /** Too few attempts to tell, or no pattern. */
    UNKNOWN;

    private final String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    private static final long NO_PAUSE_MILLIS = 1_000;
    private static final int FEWEST_GAPS = 2;

    /** Spread within which pauses count as equal: schedulers and networks are that exact. */
    private static final double EXACT = 0.1;

    private static final double LOOSE = 0.5;
    private static final double SLOWEST_GROWTH = 1.5;

    /**
     * The pattern of these pauses, oldest first. A single one shows no pattern, but none at all.
     */
    public static Backoff of(List<Duration> pauses) {
        if (pauses.isEmpty()) {
            return UNKNOWN;
        }
        long[] gaps = new long[pauses.size()];
        long sum = 0;
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = pauses.get(i).toMillis();
            sum += gaps[i];
        }
        double mean = (double) sum / gaps.length;
        if (mean < NO_PAUSE_MILLIS) {
            return NONE;
        }
        if (gaps.length < FEWEST_GAPS) {
            return UNKNOWN;
        }
        double spread = Arrays.stream(gaps)
                        .mapToDouble(gap -> Math.abs(gap - mean))
                        .max()
                        .orElse(0)
                / mean;
        return spread <= EXACT ? FIXED : growing(gaps, spread);
    }

    private static Backoff growing(long[] gaps, double spread) {
        long[] rising = upToTheLongest(gaps);
        double growth = Math.pow(
                rising[rising.length - 1] / (double) Math.max(1, rising[0]), 1.0 / Math.max(1, rising.length - 1));
        if (rising.length > 1 && growth >= SLOWEST_GROWTH) {
            return doubles(rising) ? EXPONENTIAL : EXPONENTIAL_WITH_JITTER;
        }
        return spread <= LOOSE ? FIXED_WITH_JITTER : UNKNOWN;
    }

    /** Pauses stop to grow at a cap. */
    private static long[] upToTheLongest(long[] gaps) {
        long longest = Arrays.stream(gaps).max().orElse(0);
        long shorter = Arrays.stream(gaps)
                .takeWhile(gap -> gap < (1 - EXACT) * longest)
                .count();
        return Arrays.copyOf(gaps, (int) shorter + 1);
    }

    private static boolean doubles(long[] rising) {
        return IntStream.range(1, rising.length)
                .mapToDouble(i -> rising[i] / (double) Math.max(1, rising[i - 1]))
                .allMatch(ratio -> Math.abs(ratio - 2) <= 2 * EXACT);
    }

    /** As it reads in an alert, such as {@code fixed with jitter}. */
    public String words() {
        return words;
    }
}

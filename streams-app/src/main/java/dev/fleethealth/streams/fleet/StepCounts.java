package dev.fleethealth.streams.fleet;

import java.util.Arrays;

/** A number for each step, 0 where none was given; what is kept is what lies between the first and the last. Not thread-safe. */
final class StepCounts {
    /** Room for some steps more, so that it need not grow with each. */
    private static final int ROOM = 64;

    private long first;
    private int size;
    private long[] numbers = new long[0];

    /** Adds to the numbers of some steps, both ends included; to none where the end lies before the beginning. */
    void add(long from, long to, long change) {
        if (from <= to) {
            cover(from, to);
            for (int i = (int) (from - first); i <= (int) (to - first); i++) {
                numbers[i] += change;
            }
        }
    }

    void set(long from, long[] given) {
        if (given.length > 0) {
            cover(from, from + given.length - 1);
            System.arraycopy(given, 0, numbers, (int) (from - first), given.length);
        }
    }

    private void cover(long from, long to) {
        long newFirst = size == 0 ? from : Math.min(first, from);
        int newSize = (int) ((size == 0 ? to : Math.max(first + size - 1, to)) - newFirst + 1);
        if (newFirst != first || newSize > numbers.length) {
            long[] grown = new long[newSize + ROOM];
            System.arraycopy(numbers, 0, grown, size == 0 ? 0 : (int) (first - newFirst), size);
            numbers = grown;
        }
        first = newFirst;
        size = newSize;
    }

    long at(long step) {
        long index = step - first;
        return index < 0 || index >= size ? 0 : numbers[(int) index];
    }

    /** The numbers of some steps, both ends included. */
    long[] range(long from, long to) {
        long[] some = new long[(int) Math.max(0, to - from + 1)];
        for (int i = 0; i < some.length; i++) {
            some[i] = at(from + i);
        }
        return some;
    }

    /** Forgets all steps before that one. */
    void forget(long oldest) {
        int gone = (int) Math.max(0, Math.min(size, oldest - first));
        if (gone > 0) {
            System.arraycopy(numbers, gone, numbers, 0, size - gone);
            Arrays.fill(numbers, size - gone, size, 0);
            first += gone;
            size -= gone;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    long first() {
        return first;
    }

    /** Below the first when there is none. */
    long last() {
        return first + size - 1;
    }
}

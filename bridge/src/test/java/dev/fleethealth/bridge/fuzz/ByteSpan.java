package dev.fleethealth.bridge.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * A part of a payload.
 *
 * @param end behind its last byte
 */
record ByteSpan(int start, int end) {

    /** Any part of that many bytes at most. */
    static ByteSpan any(byte[] payload, int longest, RandomGenerator random) {
        int start = random.nextInt(payload.length + 1);
        return new ByteSpan(start, random.nextInt(start, Math.min(payload.length, start + longest) + 1));
    }

    /** The first number behind a place of its choice; empty at the end where there is none. */
    static ByteSpan number(byte[] payload, RandomGenerator random) {
        int start = random.nextInt(payload.length + 1);
        while (start < payload.length && !isDigit(payload[start])) {
            start++;
        }
        int end = start;
        while (end < payload.length && isDigit(payload[end])) {
            end++;
        }
        return new ByteSpan(start, end);
    }

    /** The payload with this part replaced. */
    byte[] replaced(byte[] payload, byte[] replacement) {
        byte[] joined = new byte[start + replacement.length + payload.length - end];
        System.arraycopy(payload, 0, joined, 0, start);
        System.arraycopy(replacement, 0, joined, start, replacement.length);
        System.arraycopy(payload, end, joined, start + replacement.length, payload.length - end);
        return joined;
    }

    byte[] replaced(byte[] payload, String replacement) {
        return replaced(payload, replacement.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}

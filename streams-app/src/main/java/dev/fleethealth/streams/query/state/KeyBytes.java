package dev.fleethealth.streams.query.state;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Makes keys of parts, so that keys sort as their parts do, and no part runs into the next whatever it holds: a text ends
 * with two bytes that it cannot contain itself. A long text is kept by its beginning and its SHA-256, for a key is written
 * with each event.
 */
public final class KeyBytes {
    /** Longer ones, in UTF-8, are shortened. */
    static final int LONGEST_TEXT = 256;

    private static final int ZERO = 0x00;
    private static final int ESCAPED_ZERO = 0xFF;
    private static final int END = 0x01;
    private static final int END_OF_BEGINNING = 0x02;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

    public KeyBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        boolean whole = utf8.length <= LONGEST_TEXT;
        escape(whole ? utf8 : Arrays.copyOf(utf8, LONGEST_TEXT));
        bytes.write(ZERO);
        bytes.write(whole ? END : END_OF_BEGINNING);
        if (!whole) {
            bytes.writeBytes(sha256(utf8));
        }
        return this;
    }

    public KeyBytes mark(char kind) {
        bytes.write(kind);
        return this;
    }

    /** Sorts as numbers do, negative ones first. */
    public KeyBytes number(long value) {
        bytes.writeBytes(
                ByteBuffer.allocate(Long.BYTES).putLong(value ^ Long.MIN_VALUE).array());
        return this;
    }

    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** A number that a key holds. */
    public static long numberAt(byte[] key, int position) {
        return ByteBuffer.wrap(key).getLong(position) ^ Long.MIN_VALUE;
    }

    private void escape(byte[] utf8) {
        for (byte each : utf8) {
            bytes.write(each);
            if (each == ZERO) {
                bytes.write(ESCAPED_ZERO);
            }
        }
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

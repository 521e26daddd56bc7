package dev.fleethealth.streams.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link BinaryWriter} wrote.
 *
 * <p>State is written by this program alone; bytes that do not fit are a broken store, which stops the program with an
 * {@link IndexOutOfBoundsException} or {@link IllegalStateException}.
 */
public final class BinaryReader {
    private final byte[] buffer;
    private int position;
    private long previousMillis;
    private final List<String> texts = new ArrayList<>();

    private final KnownTexts known;

    public BinaryReader(byte[] buffer) {
        this(buffer, KnownTexts.NONE);
    }

    private BinaryReader(byte[] buffer, KnownTexts known) {
        this.buffer = buffer;
        this.known = known;
    }

    /** Reads the version byte that starts every form. */
    public static BinaryReader of(byte[] buffer, int version, String form) {
        return of(buffer, version, form, KnownTexts.NONE);
    }

    /** @param known texts that the writer knew, too */
    static BinaryReader of(byte[] buffer, int version, String form, KnownTexts known) {
        BinaryReader reader = new BinaryReader(buffer, known);
        int found = reader.raw();
        if (found != version) {
            throw new IllegalStateException(form + " in a store: expected version " + version + ", found " + found);
        }
        return reader;
    }

    public int raw() {
        return buffer[position++] & 0xFF;
    }

    public boolean flag() {
        return raw() != 0;
    }

    public long number() {
        long rest = 0;
        int shift = 0;
        int next = raw();
        while ((next & 0x80) != 0) {
            rest |= (long) (next & 0x7F) << shift;
            shift += 7;
            next = raw();
        }
        rest |= (long) next << shift;
        return (rest >>> 1) ^ -(rest & 1);
    }

    public long bits() {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << 8 | raw();
        }
        return bits;
    }

    public double real() {
        return Double.longBitsToDouble(bits());
    }

    public Instant time() {
        return Instant.ofEpochMilli(millis());
    }

    public long millis() {
        previousMillis += number();
        return previousMillis;
    }

    public String text() {
        int length = (int) number();
        return length < 0 ? textAt(-1 - length) : newText(length);
    }

    private String textAt(int place) {
        return place < known.size() ? known.at(place) : texts.get(place - known.size());
    }

    private String newText(int length) {
        String value = new String(buffer, position, length, StandardCharsets.UTF_8);
        position += length;
        if (texts.size() < BinaryWriter.MOST_TEXTS) {
            texts.add(value);
        }
        return value;
    }

    public byte[] bytes() {
        int length = (int) number();
        byte[] value = Arrays.copyOfRange(buffer, position, position + length);
        position += length;
        return value;
    }

    public <E extends Enum<E>> E choice(E[] values) {
        return values[(int) number()];
    }

    /** A value of which {@link BinaryWriter#present} has said whether it follows, by its place among the others. */
    public <T> @Nullable T ifPresent(int bits, int place, Function<BinaryReader, T> read) {
        return (bits & 1 << place) == 0 ? null : read.apply(this);
    }

    public <T> @Nullable T optional(Function<BinaryReader, T> read) {
        return flag() ? read.apply(this) : null;
    }

    public <T> List<T> each(Function<BinaryReader, T> read) {
        int count = (int) number();
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(read.apply(this));
        }
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(read.apply(this));
        }
        return Collections.unmodifiableList(values);
    }
}

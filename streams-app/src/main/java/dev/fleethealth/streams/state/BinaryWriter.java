package dev.fleethealth.streams.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values in as few bytes as they need: a time as its distance from the one before, and a text that comes again as a
 * reference to the first. Not thread-safe.
 */
public final class BinaryWriter {
    /** They are searched one by one; few forms have more, and none need it. */
    static final int MOST_TEXTS = 32;

    private byte[] buffer = new byte[256];
    private int size;
    private long previousMillis;
    private final List<String> texts = new ArrayList<>();
    private final KnownTexts known;

    public BinaryWriter() {
        this(KnownTexts.NONE);
    }

    /** @param known texts that the reader knows, too */
    BinaryWriter(KnownTexts known) {
        this.known = known;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    public BinaryWriter raw(int value) {
        if (size == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * size);
        }
        buffer[size++] = (byte) value;
        return this;
    }

    public BinaryWriter flag(boolean value) {
        return raw(value ? 1 : 0);
    }

    /** One byte that says which of these values follow; up to eight. */
    public BinaryWriter present(@Nullable Object... values) {
        int bits = 0;
        for (int i = 0; i < values.length; i++) {
            bits |= values[i] == null ? 0 : 1 << i;
        }
        return raw(bits);
    }

    /** Zigzag: numbers near zero, of either sign, take one byte. */
    public BinaryWriter number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            raw((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return raw((int) rest);
    }

    /** All eight bytes, for what is not near zero. */
    public BinaryWriter bits(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            raw((int) (value >>> shift));
        }
        return this;
    }

    public BinaryWriter real(double value) {
        return bits(Double.doubleToLongBits(value));
    }

    public BinaryWriter time(Instant value) {
        return millis(value.toEpochMilli());
    }

    public BinaryWriter millis(long epochMillis) {
        number(epochMillis - previousMillis);
        previousMillis = epochMillis;
        return this;
    }

    public BinaryWriter text(String value) {
        int place = placeOf(value);
        if (place >= 0) {
            return number(-1 - place);
        }
        if (texts.size() < MOST_TEXTS) {
            texts.add(value);
        }
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    private int placeOf(String text) {
        int place = known.placeOf(text);
        int written = place < 0 ? texts.indexOf(text) : -1;
        return written < 0 ? place : known.size() + written;
    }

    public BinaryWriter bytes(byte[] value) {
        number(value.length);
        while (buffer.length - size < value.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
        return this;
    }

    public BinaryWriter choice(Enum<?> value) {
        return number(value.ordinal());
    }

    public <T> BinaryWriter ifPresent(@Nullable T value, BiConsumer<BinaryWriter, T> write) {
        if (value != null) {
            write.accept(this, value);
        }
        return this;
    }

    public <T> BinaryWriter optional(@Nullable T value, BiConsumer<BinaryWriter, T> write) {
        return flag(value != null).ifPresent(value, write);
    }

    public <T> BinaryWriter each(Collection<T> values, BiConsumer<BinaryWriter, T> write) {
        number(values.size());
        values.forEach(value -> write.accept(this, value));
        return this;
    }
}

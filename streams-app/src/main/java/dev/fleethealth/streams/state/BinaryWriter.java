package dev.fleethealth.streams.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes values in as few bytes as they need. Not thread-safe. */
final class BinaryWriter {
    private byte[] buffer = new byte[256];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    BinaryWriter raw(int value) {
        if (size == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * size);
        }
        buffer[size++] = (byte) value;
        return this;
    }

    BinaryWriter flag(boolean value) {
        return raw(value ? 1 : 0);
    }

    /** Zigzag: numbers near zero, of either sign, take one byte. */
    BinaryWriter number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            raw((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return raw((int) rest);
    }

    BinaryWriter real(double value) {
        long bits = Double.doubleToLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            raw((int) (bits >>> shift));
        }
        return this;
    }

    BinaryWriter time(Instant value) {
        return number(value.toEpochMilli());
    }

    BinaryWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryWriter bytes(byte[] value) {
        number(value.length);
        while (buffer.length - size < value.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
        return this;
    }

    BinaryWriter choice(Enum<?> value) {
        return number(value.ordinal());
    }

    <T> BinaryWriter optional(@Nullable T value, BiConsumer<BinaryWriter, T> write) {
        flag(value != null);
        if (value != null) {
            write.accept(this, value);
        }
        return this;
    }

    <T> BinaryWriter each(Collection<T> values, BiConsumer<BinaryWriter, T> write) {
        number(values.size());
        values.forEach(value -> write.accept(this, value));
        return this;
    }
}

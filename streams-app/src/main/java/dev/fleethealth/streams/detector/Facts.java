package dev.fleethealth.streams.detector;

import dev.fleethealth.streams.session.DeviceEvent;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is worth keeping of an occurrence. Values are tallied, so they should repeat from device to device. Immutable, and
 * in an array by fact: a device's are read, replaced and written with each of its events.
 */
public final class Facts {
    public static final Facts NONE = new Facts(new String[Fact.values().length]);

    private static final Fact[] ALL = Fact.values();

    private final @Nullable String[] values;

    private Facts(@Nullable String[] values) {
        this.values = values;
    }

    /** Where it happened: node, address and network. */
    public static Facts whereOf(DeviceEvent event) {
        return nodeAndNetworkOf(event).with(Fact.ADDRESS, event.address());
    }

    /** Where it happened, as far as many devices may have it in common. */
    public static Facts nodeAndNetworkOf(DeviceEvent event) {
        return NONE.with(Fact.NODE, event.node()).with(Fact.NETWORK, networkOf(event.address()));
    }

    /** With one more fact, unless its value is not known. */
    public Facts with(Fact fact, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        @Nullable String[] next = values.clone();
        next[fact.ordinal()] = value.toString();
        return new Facts(next);
    }

    public @Nullable String get(Fact fact) {
        return values[fact.ordinal()];
    }

    public String get(Fact fact, String otherwise) {
        String value = get(fact);
        return value == null ? otherwise : value;
    }

    public boolean has(Fact fact) {
        return get(fact) != null;
    }

    /** How many are known. */
    public int size() {
        int size = 0;
        for (String value : values) {
            size += value == null ? 0 : 1;
        }
        return size;
    }

    /** Those that are known, in the order of {@link Fact}. */
    public void forEach(BiConsumer<Fact, String> taker) {
        for (Fact fact : ALL) {
            String value = get(fact);
            if (value != null) {
                taker.accept(fact, value);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        forEach((fact, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(fact).append('=').append(value));
        return text.toString();
    }

    private static @Nullable String networkOf(@Nullable String address) {
        if (address == null) {
            return null;
        }
        return address.indexOf(':') < 0 ? prefix(address, '.', 3, ".0/24") : prefix(address, ':', 3, "::/48");
    }

    /** The address up to its n-th separator; null where it has fewer parts. */
    private static @Nullable String prefix(String address, char separator, int parts, String suffix) {
        int end = -1;
        for (int i = 0; i < parts; i++) {
            end = address.indexOf(separator, end + 1);
            if (end < 0) {
                return null;
            }
        }
        return address.substring(0, end) + suffix;
    }
}

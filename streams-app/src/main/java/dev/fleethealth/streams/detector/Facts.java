package dev.fleethealth.streams.detector;

import dev.fleethealth.streams.session.DeviceEvent;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the facts of an occurrence, leaving out what is not known. */
public final class Facts {
    private final Map<Fact, String> facts = new EnumMap<>(Fact.class);

    private Facts() {}

    public static Facts none() {
        return new Facts();
    }

    /** Where it happened: node, address and network. */
    public static Facts whereOf(DeviceEvent event) {
        return nodeAndNetworkOf(event).with(Fact.ADDRESS, event.address());
    }

    /** Where it happened, as far as many devices may have it in common. */
    public static Facts nodeAndNetworkOf(DeviceEvent event) {
        return new Facts().with(Fact.NODE, event.node()).with(Fact.NETWORK, networkOf(event.address()));
    }

    public Facts with(Fact fact, @Nullable Object value) {
        if (value != null) {
            facts.put(fact, value.toString());
        }
        return this;
    }

    public Map<Fact, String> toMap() {
        return facts;
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

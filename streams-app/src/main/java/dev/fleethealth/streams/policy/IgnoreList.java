package dev.fleethealth.streams.policy;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose events are of no interest, such as those of a load balancer that probes the broker.
 *
 * @param withoutClientId whether connections and attempts without a client id are among them
 */
public record IgnoreList(
        List<NamePattern> clientIds,
        List<AddressBlock> addresses,
        List<NamePattern> usernames,
        boolean withoutClientId) {
    public static final IgnoreList NOTHING = new IgnoreList(List.of(), List.of(), List.of(), false);

    private static final Set<EventType> CONNECTIONS =
            EnumSet.of(EventType.CONNECTED, EventType.DISCONNECTED, EventType.CONNECT_FAILED);

    public IgnoreList {
        clientIds = List.copyOf(clientIds);
        addresses = List.copyOf(addresses);
        usernames = List.copyOf(usernames);
    }

    /** Why an event is ignored. */
    public enum Reason {
        CLIENT_ID,
        ADDRESS,
        USERNAME,
        NO_CLIENT_ID
    }

    /** Why the event is ignored; empty when it counts. */
    public Optional<Reason> reasonFor(ConnectionEvent event) {
        if (matches(clientIds, event.getClientId())) {
            return Optional.of(Reason.CLIENT_ID);
        }
        if (isAddressIgnored(event.getPeerAddress())) {
            return Optional.of(Reason.ADDRESS);
        }
        if (matches(usernames, event.getUsername())) {
            return Optional.of(Reason.USERNAME);
        }
        return withoutClientId && isWithoutClientId(event) ? Optional.of(Reason.NO_CLIENT_ID) : Optional.empty();
    }

    /** Whether all events of that client are ignored. */
    public boolean isClientIgnored(String clientId) {
        return matches(clientIds, clientId);
    }

    private static boolean matches(List<NamePattern> patterns, @Nullable String name) {
        return name != null && !patterns.isEmpty() && patterns.stream().anyMatch(pattern -> pattern.matches(name));
    }

    private boolean isAddressIgnored(@Nullable String address) {
        return address != null && !addresses.isEmpty() && addresses.stream().anyMatch(block -> block.contains(address));
    }

    private static boolean isWithoutClientId(ConnectionEvent event) {
        return CONNECTIONS.contains(event.getType())
                && (event.getClientId() == null || event.getClientId().isEmpty());
    }
}

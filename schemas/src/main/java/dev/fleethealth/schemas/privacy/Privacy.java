package dev.fleethealth.schemas.privacy;

import dev.fleethealth.schemas.ConnectionEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, hashes or drops the addresses and user names of an event, in their own fields and where its other texts quote
 * them. Client ids, fleets and nodes stay: they are what events are about. A function of its input.
 */
public final class Privacy {
    /** Everything stays. */
    public static final Privacy KEEP_ALL = new Privacy(Treatment.KEEP, Treatment.KEEP, Optional.empty());

    /** Last parts of the names of attributes that hold a user's name, without separators. */
    private static final Set<String> NAME_ATTRIBUTES =
            Set.of("username", "user", "email", "principal", "cn", "dn", "commonname", "certcommonname", "certsubject");

    private final Substitute addresses;
    private final Substitute userNames;

    /**
     * @param hash what {@link Treatment#HASH} hashes with
     * @throws IllegalArgumentException if something is to be hashed and there is no hash
     */
    public Privacy(Treatment addresses, Treatment userNames, Optional<KeyedHash> hash) {
        this.addresses = new Substitute("addresses", addresses, hash);
        this.userNames = new Substitute("user names", userNames, hash);
    }

    /** The event as it may leave the bridge. */
    public ConnectionEvent apply(ConnectionEvent event) {
        if (addresses.keeps() && userNames.keeps()) {
            return event;
        }
        ConnectionEvent.Builder treated = ConnectionEvent.newBuilder(event);
        if (!addresses.keeps()) {
            treated.setPeerAddress(addresses.inField(event.getPeerAddress())).setPeerPort(null);
            treated.setConnectionId(connectionId(event.getConnectionId()));
        }
        treated.setUsername(userNames.inField(event.getUsername()));
        treated.setRawReason(event.getRawReason() == null ? null : text(event.getRawReason(), event));
        return treated.setAttributes(attributes(event)).build();
    }

    /** An address in a field of its own. */
    public @Nullable String address(@Nullable String address) {
        return addresses.inField(address);
    }

    /**
     * Any text that may quote addresses, or the names of those users.
     *
     * @param names of users
     */
    public String text(String text, Collection<String> names) {
        String treated = text;
        for (String name : names) {
            treated = userNames.keeps() ? treated : NamesInText.replace(treated, name, userNames.inText(name));
        }
        return addresses.keeps() ? treated : AddressesInText.replace(treated, addresses::inText);
    }

    /** One that is an address and a port still tells connections apart when hashed as a whole. */
    private @Nullable String connectionId(@Nullable String id) {
        return id == null || !AddressesInText.isIn(id) ? id : addresses.inField(id);
    }

    private Map<String, String> attributes(ConnectionEvent event) {
        Map<String, String> treated = new HashMap<>();
        event.getAttributes()
                .forEach((name, value) ->
                        treated.put(name, isUserName(name) ? userNames.inText(value) : text(value, event)));
        return treated;
    }

    private String text(String text, ConnectionEvent event) {
        return text(text, event.getUsername() == null ? List.of() : List.of(event.getUsername()));
    }

    private static boolean isUserName(String attribute) {
        String last = attribute.substring(attribute.lastIndexOf('.') + 1);
        return NAME_ATTRIBUTES.contains(last.replaceAll("[_-]", "").toLowerCase(Locale.ROOT));
    }
}

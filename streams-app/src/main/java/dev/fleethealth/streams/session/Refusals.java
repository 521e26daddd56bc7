package dev.fleethealth.streams.session;

import dev.fleethealth.schemas.Category;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells refused attempts to connect from ends of sessions. Some sources, such as TDMQ, report both as the end of a
 * connection; but where none is open, a broker that finds fault with the CONNECT has ended none.
 */
final class Refusals {
    /** Only a CONNECT is answered so, or nothing that a broker has taken in. */
    private static final Set<Category> OF_A_CONNECT = EnumSet.of(
            Category.BAD_CREDENTIALS,
            Category.CLIENT_ID_REJECTED,
            Category.UNSUPPORTED_PROTOCOL_VERSION,
            Category.CONNECT_TIMEOUT,
            Category.CONNECTION_LIMIT);

    /** A session may end so, too; not that of a device that is known to be away. */
    private static final Set<Category> OF_EITHER =
            EnumSet.of(Category.NOT_AUTHORIZED, Category.TLS_ERROR, Category.BLOCKED, Category.SERVER_BUSY);

    private Refusals() {}

    /** Whether what was reported as an end of that category is a refusal, given the session before it. */
    static boolean isOne(Category category, Session before) {
        boolean isKnownToBeAway = before.lastEnd() != null;
        return !before.isOnline()
                && (OF_A_CONNECT.contains(category) || (isKnownToBeAway && OF_EITHER.contains(category)));
    }
}

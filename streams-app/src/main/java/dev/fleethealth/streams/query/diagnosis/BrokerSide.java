package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.Category;
import java.util.EnumSet;
import java.util.Set;

/** Ends that somebody at the broker wanted. */
final class BrokerSide {
    private static final Set<Category> WANTED = EnumSet.of(
            Category.SERVER_SHUTDOWN, Category.SERVER_REDIRECT, Category.MAX_CONNECTION_LIFETIME, Category.ADMIN_KICK);

    private BrokerSide() {}

    static boolean closed(Trouble trouble) {
        return WANTED.contains(trouble.category());
    }
}

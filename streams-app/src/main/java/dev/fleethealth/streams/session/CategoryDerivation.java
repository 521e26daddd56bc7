package dev.fleethealth.streams.session;

import dev.fleethealth.schemas.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Derives why a connection ended where the source does not say (detection.md §1, "Derived categories"). Many brokers
 * report a takeover or an expired token as a plain loss of the network.
 */
final class CategoryDerivation {
    private static final Duration EXPIRY_SLACK = Duration.ofSeconds(5);
    private static final Duration IDLE_SLACK = Duration.ofSeconds(10);

    private static final Set<Category> NO_REASON_OF_ITS_OWN = EnumSet.of(Category.UNKNOWN, Category.NETWORK_LOST);
    private static final Set<Category> MAY_HIDE_EXPIRY =
            EnumSet.of(Category.NOT_AUTHORIZED, Category.BAD_CREDENTIALS, Category.NETWORK_LOST, Category.UNKNOWN);

    private final Map<String, SourceRules> rules;

    CategoryDerivation(Map<String, SourceRules> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** The category of an end, derived where the reported one hides it. */
    Category derive(DeviceEvent end, Optional<Connection> ended, Session session) {
        Category reported = end.reportedCategory();
        if (NO_REASON_OF_ITS_OWN.contains(reported) && wasTakenOver(end, ended, session)) {
            return Category.SESSION_TAKEN_OVER;
        }
        if (MAY_HIDE_EXPIRY.contains(reported) && credentialExpired(end, ended)) {
            return Category.CREDENTIAL_EXPIRED;
        }
        if (reported == Category.NETWORK_LOST && hitIdleLimit(end, ended)) {
            return Category.IDLE_TIMEOUT;
        }
        return reported;
    }

    private static boolean wasTakenOver(DeviceEvent end, Optional<Connection> ended, Session session) {
        for (Connection newer : OpenConnections.after(session.open(), ended)) {
            if (newer.isOpenedJustBefore(end.at())) {
                return true;
            }
        }
        return false;
    }

    private boolean credentialExpired(DeviceEvent end, Optional<Connection> ended) {
        Optional<Instant> expiry =
                Optional.ofNullable(end.credentialExpiresAt()).or(() -> ended.map(Connection::credentialExpiresAt));
        if (expiry.isPresent()) {
            return isWithin(Duration.between(expiry.get(), end.at()), Duration.ZERO, EXPIRY_SLACK);
        }
        return ended.map(connection -> connection.ageAt(end.at()))
                .filter(age -> rulesOf(end).credentialLifetimes().stream()
                        .anyMatch(lifetime -> isWithin(age, lifetime, EXPIRY_SLACK)))
                .isPresent();
    }

    private boolean hitIdleLimit(DeviceEvent end, Optional<Connection> ended) {
        Optional<Duration> limit = rulesOf(end).idleLimit();
        return limit.isPresent()
                && ended.filter(connection -> mayIdleThatLong(connection, limit.get()))
                        .filter(connection -> isWithin(connection.ageAt(end.at()), limit.get(), IDLE_SLACK))
                        .isPresent();
    }

    private static boolean mayIdleThatLong(Connection connection, Duration limit) {
        Integer keepAlive = connection.keepAliveSeconds();
        return keepAlive == null || keepAlive == 0 || keepAlive > limit.toSeconds();
    }

    private static boolean isWithin(Duration actual, Duration expected, Duration slack) {
        return actual.minus(expected).abs().compareTo(slack) <= 0;
    }

    private SourceRules rulesOf(DeviceEvent event) {
        return rules.getOrDefault(event.source(), SourceRules.NONE);
    }
}

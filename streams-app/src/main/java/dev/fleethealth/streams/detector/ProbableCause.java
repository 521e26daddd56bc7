package dev.fleethealth.streams.detector;

import dev.fleethealth.schemas.Category;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why it probably happened, read off the categories of the sessions that ended (detection.md §3). */
public enum ProbableCause {
    BROKER_RESTART(EnumSet.of(Category.SERVER_SHUTDOWN, Category.SERVER_REDIRECT)),
    NETWORK_OUTAGE(EnumSet.of(Category.NETWORK_LOST, Category.KEEPALIVE_TIMEOUT)),
    CREDENTIAL_EXPIRY(EnumSet.of(Category.CREDENTIAL_EXPIRED)),
    DUPLICATE_CLIENT_ID(EnumSet.of(Category.SESSION_TAKEN_OVER)),
    BAD_CREDENTIALS(EnumSet.of(Category.BAD_CREDENTIALS, Category.NOT_AUTHORIZED, Category.TLS_ERROR)),
    DEVICE_OR_REGISTRY_DISABLED(EnumSet.of(Category.BLOCKED)),
    CAPACITY_LIMIT(EnumSet.of(
            Category.RATE_LIMITED, Category.QUOTA_EXCEEDED, Category.CONNECTION_LIMIT, Category.SERVER_BUSY)),
    CLIENT_DEFECT(EnumSet.of(
            Category.CLIENT_REPORTED_ERROR,
            Category.PROTOCOL_ERROR,
            Category.UNSUPPORTED_PROTOCOL_VERSION,
            Category.UNSUPPORTED_FEATURE,
            Category.CLIENT_ID_REJECTED,
            Category.TOPIC_OR_PAYLOAD_INVALID,
            Category.PACKET_TOO_LARGE,
            Category.CONNECT_TIMEOUT)),
    ADMIN_ACTION(EnumSet.of(Category.ADMIN_KICK)),
    IDLE_LIMIT(EnumSet.of(Category.IDLE_TIMEOUT)),
    UNSTABLE_LINK(EnumSet.noneOf(Category.class)),
    UNKNOWN(EnumSet.noneOf(Category.class));

    /** Detectors whose alert is a cause itself, and so explains alerts with that cause. */
    private static final Map<ProbableCause, String> ALERTS = Map.of(
            BROKER_RESTART, "broker-restart",
            CREDENTIAL_EXPIRY, "jwt-expiry-cluster",
            DUPLICATE_CLIENT_ID, "takeover-loop",
            CAPACITY_LIMIT, "capacity-exhausted");

    private static final List<ProbableCause> IN_ORDER = List.of(values());

    private final Set<Category> categories;

    ProbableCause(Set<Category> categories) {
        this.categories = categories;
    }

    /** Whether such an end points at this cause; what is an unstable link on one device is a network outage on many. */
    public boolean isShownBy(Category category) {
        return (this == UNSTABLE_LINK ? NETWORK_OUTAGE : this).categories.contains(category);
    }

    /** The id that alerts carry, such as {@code network-outage}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The detector whose alert is this cause itself; empty where there is none. */
    public Optional<String> detector() {
        return Optional.ofNullable(ALERTS.get(this));
    }

    /** The cause with that id. */
    public static ProbableCause ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * The cause that a reading shows: its nodes are being restarted, or what the categories point at.
     */
    public static ProbableCause of(Reading reading) {
        return mostlyRestarting(reading) ? BROKER_RESTART : of(reading.categories(), reading.devices());
    }

    private static boolean mostlyRestarting(Reading reading) {
        Set<String> restarting = reading.restartingNodes();
        if (restarting.isEmpty()) {
            return false;
        }
        Map<String, Long> nodes = reading.tally(Fact.NODE);
        long named = nodes.values().stream().mapToLong(Long::longValue).sum();
        long there = nodes.entrySet().stream()
                .filter(node -> restarting.contains(node.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long nameless = restarting.contains("") ? reading.occurrences() - named : 0;
        return there + nameless > 0 && 2 * (there + nameless) >= reading.occurrences();
    }

    /**
     * The cause that at least half of the categories point at; what would be a network outage on many devices is an
     * unstable link on one.
     */
    public static ProbableCause of(Map<Category, Long> categories, long devices) {
        long all = 0;
        for (long count : categories.values()) {
            all += count;
        }
        for (ProbableCause cause : IN_ORDER) {
            long matching = cause.countIn(categories);
            if (matching > 0 && 2 * matching >= all) {
                return cause == NETWORK_OUTAGE && devices == 1 ? UNSTABLE_LINK : cause;
            }
        }
        return UNKNOWN;
    }

    private long countIn(Map<Category, Long> counts) {
        long matching = 0;
        for (Map.Entry<Category, Long> count : counts.entrySet()) {
            matching += categories.contains(count.getKey()) ? count.getValue() : 0;
        }
        return matching;
    }
}

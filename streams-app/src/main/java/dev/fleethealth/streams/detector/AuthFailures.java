package dev.fleethealth.streams.detector;

import dev.fleethealth.schemas.Category;
import java.util.EnumSet;
import java.util.Set;

/** What a broker does to a client whose credentials it does not accept (detection.md §2). */
public final class AuthFailures {
    public static final Set<Category> CATEGORIES = Set.copyOf(
            EnumSet.of(Category.BAD_CREDENTIALS, Category.NOT_AUTHORIZED, Category.TLS_ERROR, Category.BLOCKED));

    private static final Set<ProbableCause> LEADING = EnumSet.of(
            ProbableCause.BROKER_RESTART,
            ProbableCause.CREDENTIAL_EXPIRY,
            ProbableCause.BAD_CREDENTIALS,
            ProbableCause.DEVICE_OR_REGISTRY_DISABLED);

    private AuthFailures() {}

    /** Why the credentials are refused. */
    public static ProbableCause cause(Reading reading) {
        return Failures.cause(reading, LEADING);
    }
}

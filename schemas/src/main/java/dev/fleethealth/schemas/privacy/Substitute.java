package dev.fleethealth.schemas.privacy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in the place of personal data of one kind. */
final class Substitute {
    /** Stands in a text where something was left out. */
    static final String DROPPED = "[dropped]";

    private final String kind;
    private final Treatment treatment;
    private final Optional<KeyedHash> hash;

    Substitute(String kind, Treatment treatment, Optional<KeyedHash> hash) {
        this.kind = kind;
        this.treatment = treatment;
        this.hash = hash;
        if (treatment == Treatment.HASH && hash.isEmpty()) {
            throw new IllegalArgumentException("expected a key with which to hash " + kind);
        }
    }

    boolean keeps() {
        return treatment == Treatment.KEEP;
    }

    /** For a field of its own; null where the field is left out. */
    @Nullable
    String inField(@Nullable String value) {
        return value == null || treatment == Treatment.DROP ? null : inText(value);
    }

    /** For a place within other text. */
    String inText(String value) {
        return switch (treatment) {
            case KEEP -> value;
            case HASH -> hash.orElseThrow().of(kind, value);
            case DROP -> DROPPED;
        };
    }
}

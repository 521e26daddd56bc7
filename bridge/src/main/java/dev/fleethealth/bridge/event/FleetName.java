package dev.fleethealth.bridge.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may name a fleet: the name becomes part of Kafka keys and metric labels, and may come from a hostile client. */
final class FleetName {
    private static final int MAX_LENGTH = 256;

    private FleetName() {}

    /** Absent for what is missing, blank, too long or has control characters. */
    static Optional<String> of(@Nullable String name) {
        return Optional.ofNullable(name)
                .filter(text -> !text.isBlank() && text.length() <= MAX_LENGTH)
                .filter(text -> text.chars().noneMatch(Character::isISOControl));
    }
}

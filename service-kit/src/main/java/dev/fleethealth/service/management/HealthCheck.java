package dev.fleethealth.service.management;

import java.util.Optional;

/** One condition of being alive or ready. */
public interface HealthCheck {

    /** What is checked, such as {@code kafka}; stands before the problem in the answer. */
    String name();

    /** What is wrong, in one line; empty when all is well. Must not block. */
    Optional<String> problem();
}

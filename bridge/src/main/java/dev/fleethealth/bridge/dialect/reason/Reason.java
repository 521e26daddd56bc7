package dev.fleethealth.bridge.dialect.reason;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Initiator;

/**
 * What a broker's reason means.
 *
 * @param category why the connection ended or was refused
 * @param initiator who ended it
 */
public record Reason(Category category, Initiator initiator) {
    /** A reason that the tables do not know, or none at all. */
    public static final Reason UNKNOWN = new Reason(Category.UNKNOWN, Initiator.UNKNOWN);
}

package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Category;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device as it is now.
 *
 * @param id client id, exactly as the broker gave it
 * @param since since when it is online, or offline; null where unknown
 * @param lastCategory how its last connection ended or was refused
 * @param source dialect id of its newest event
 */
public record Device(
        String id,
        String fleet,
        boolean online,
        @Nullable Instant since,
        Instant lastEventAt,
        @Nullable Category lastCategory,
        String source,
        @Nullable String node,
        @Nullable String address) {}

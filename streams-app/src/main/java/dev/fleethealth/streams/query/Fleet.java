package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fleet as it is now.
 *
 * @param known devices heard of in the last 7 days, or online
 * @param connectsPerMinute mean of the last five full minutes, as are the next two
 * @param failuresPerMinute refused attempts
 * @param worst worst severity of its active alerts; null without any
 * @param recent connects of each of the last 60 full minutes, oldest first
 */
public record Fleet(
        String name,
        long online,
        long known,
        double connectsPerMinute,
        double endingsPerMinute,
        double failuresPerMinute,
        @Nullable Severity worst,
        int activeAlerts,
        List<Long> recent) {}

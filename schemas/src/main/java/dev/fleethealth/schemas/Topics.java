package dev.fleethealth.schemas;

import dev.fleethealth.schemas.TopicDefinition.Cleanup;
import java.time.Duration;
import java.util.List;

/** The catalogue of topics, under their default names; {@link TopicDefinition#named} gives one another name. */
public final class Topics {

    /** {@link ConnectionEvent}s, keyed by {@link ConnectionEventKey}. */
    public static final TopicDefinition CONNECTION_EVENTS =
            new TopicDefinition("fleet.connection-events", Cleanup.DELETE, Duration.ofDays(7), 6);

    /** Broker messages that no dialect could read: original bytes, headers say source, why and where. */
    public static final TopicDefinition CONNECTION_EVENTS_DEAD_LETTER =
            new TopicDefinition("fleet.connection-events.dead-letter", Cleanup.DELETE, Duration.ofDays(14), 1);

    /** {@link Alert} transitions, keyed by {@code dedupKey}; the newest of each key outlives compaction. */
    public static final TopicDefinition ALERTS =
            new TopicDefinition("fleet.alerts", Cleanup.COMPACT_AND_DELETE, Duration.ofDays(30), 3);

    /** Records of {@link #CONNECTION_EVENTS} and {@link #ALERTS} that could not be worked on: original bytes. */
    public static final TopicDefinition ALERTS_DEAD_LETTER =
            new TopicDefinition("fleet.alerts.dead-letter", Cleanup.DELETE, Duration.ofDays(14), 1);

    /**
     * What each target has been told: the newest {@link Alert} that it was told of, by target and {@code dedupKey}; headers say
     * how far. One partition, for all instances read all of it.
     */
    public static final TopicDefinition DELIVERIES =
            new TopicDefinition("fleet.alerts.deliveries", Cleanup.COMPACT_AND_DELETE, Duration.ofDays(30), 1);

    /** Silences as JSON, by id. */
    public static final TopicDefinition SILENCES =
            new TopicDefinition("fleet.silences", Cleanup.COMPACT, Duration.ofDays(365), 1);

    private static final List<TopicDefinition> ALL =
            List.of(CONNECTION_EVENTS, CONNECTION_EVENTS_DEAD_LETTER, ALERTS, ALERTS_DEAD_LETTER, DELIVERIES, SILENCES);

    private Topics() {}

    /** All topics, in the order of the data's way through them. */
    public static List<TopicDefinition> all() {
        return ALL;
    }
}

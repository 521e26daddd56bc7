package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with a device at a time, and what to do.
 *
 * @param verdict one sentence
 * @param cause id of a probable cause as in alerts, or {@code none}
 * @param evidence facts from its own events
 * @param backoff how it tries again; null with fewer than three attempts
 * @param delivery the case "online, but no messages"
 * @param alerts of the device, its fleet and its node, that were open then
 * @param runbook path of the page that says more
 */
public record Diagnosis(
        String device,
        String fleet,
        Instant at,
        Presence state,
        Kind kind,
        String verdict,
        String cause,
        List<String> evidence,
        String advice,
        @Nullable Backoff backoff,
        @Nullable Delivery delivery,
        List<Alert> alerts,
        @Nullable String runbook) {
    /** What sort of trouble it is. */
    public enum Kind {
        HEALTHY,
        SELF_REPAIR,
        FAULT,
        FLEET_TROUBLE,
        PLANNED,
        UNKNOWN
    }

    /**
     * How it tries again.
     *
     * @param pattern none, fixed, exponential or irregular
     * @param recommended what brokers' vendors recommend
     */
    public record Backoff(String pattern, List<Duration> pauses, String recommended, boolean good) {}

    /** Whether messages can have reached it. */
    public record Delivery(Finding finding, String advice) {
        public enum Finding {
            OFFLINE,
            NOT_SUBSCRIBED,
            SUBSCRIBED,
            SUBSCRIPTIONS_UNKNOWN
        }
    }
}

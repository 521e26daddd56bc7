package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import java.time.Instant;

/** What delivery itself has to say, in the form of an alert so that targets show it as they show any. */
public final class OwnPage {
    static final String FLOOD = "flood";
    static final String MAINTENANCE = "maintenance";

    private OwnPage() {}

    static boolean is(Alert alert) {
        return alert.getDetector().equals(FLOOD) || isMaintenance(alert);
    }

    static boolean isFlood(Alert alert) {
        return alert.getDetector().equals(FLOOD);
    }

    /** The same page when what it tells of is over. */
    static Alert over(Alert told, Instant now) {
        return Alert.newBuilder(told)
                .setState(AlertState.RESOLVED)
                .setUpdatedAt(now)
                .setResolvedAt(now)
                .setSummary("Over: " + told.getSummary())
                .build();
    }

    /** Whether it announces a maintenance window. */
    public static boolean isMaintenance(Alert alert) {
        return alert.getDetector().equals(MAINTENANCE);
    }
}

package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;

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

    /** Whether it announces a maintenance window. */
    public static boolean isMaintenance(Alert alert) {
        return alert.getDetector().equals(MAINTENANCE);
    }
}

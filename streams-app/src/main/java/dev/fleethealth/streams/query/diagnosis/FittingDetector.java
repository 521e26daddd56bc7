package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.ProbableCause;
import java.util.List;

/** Which detector looks for such trouble: its runbook and its advice are meant for it. */
final class FittingDetector {
    private FittingDetector() {}

    static String of(ProbableCause cause, List<Trouble> troubles) {
        return switch (cause) {
            case DUPLICATE_CLIENT_ID -> "takeover-loop";
            case BAD_CREDENTIALS, DEVICE_OR_REGISTRY_DISABLED -> "auth-failure-loop";
            case CREDENTIAL_EXPIRY ->
                troubles.stream().anyMatch(Trouble::isRefusal) ? "auth-failure-loop" : "jwt-expiry-cluster";
            case CAPACITY_LIMIT -> "capacity-exhausted";
            case CLIENT_DEFECT -> "client-misbehaviour";
            case BROKER_RESTART -> "broker-restart";
            case NETWORK_OUTAGE, UNSTABLE_LINK, IDLE_LIMIT -> ofSilence(troubles);
            case ADMIN_ACTION, UNKNOWN -> "reconnect-loop";
        };
    }

    private static String ofSilence(List<Trouble> troubles) {
        long silent = troubles.stream()
                .filter(each -> each.category() == Category.KEEPALIVE_TIMEOUT)
                .count();
        return 2 * silent >= troubles.size() ? "keepalive-timeout" : "reconnect-loop";
    }
}

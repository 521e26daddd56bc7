package dev.fleethealth.bridge.dialect.awsiot;

import dev.fleethealth.bridge.dialect.reason.Reason;
import dev.fleethealth.schemas.Initiator;
import java.util.Optional;

/**
 * Who ended a connection, of which AWS IoT Core speaks twice: in {@code disconnectReason} and in {@code
 * clientInitiatedDisconnect}. The two contradict each other at times (aws-iot-device-sdk-cpp-v2 issue 325: {@code false}
 * with {@code CLIENT_INITIATED_DISCONNECT}); then nobody knows who it was, and the reason stands.
 */
final class Endings {
    private Endings() {}

    static Reason reconcile(Reason reason, Optional<Boolean> byClient) {
        return byClient.map(client -> new Reason(reason.category(), initiator(reason.initiator(), client)))
                .orElse(reason);
    }

    private static Initiator initiator(Initiator ofReason, boolean byClient) {
        boolean agreed = byClient == (ofReason == Initiator.CLIENT);
        if (agreed) {
            return ofReason;
        }
        return byClient && ofReason == Initiator.UNKNOWN ? Initiator.CLIENT : Initiator.UNKNOWN;
    }
}

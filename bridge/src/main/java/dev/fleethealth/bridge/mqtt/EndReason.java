package dev.fleethealth.bridge.mqtt;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import java.util.concurrent.CompletionException;

/** Why a connection ended, in one line for people. */
final class EndReason {
    private EndReason() {}

    static String of(Throwable cause) {
        Throwable reason = cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
        if (reason instanceof Mqtt5DisconnectException disconnect) {
            return disconnect(disconnect.getMqttMessage().getReasonCode());
        }
        if (reason instanceof Mqtt5ConnAckException refused) {
            return "the broker refused the connection: "
                    + refused.getMqttMessage().getReasonCode();
        }
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }

    private static String disconnect(Mqtt5DisconnectReasonCode code) {
        return code == Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER
                ? "the session was taken over: another program uses the same client id"
                : "DISCONNECT with reason " + code;
    }
}

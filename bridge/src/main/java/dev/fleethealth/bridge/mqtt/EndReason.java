package dev.fleethealth.bridge.mqtt;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import dev.fleethealth.bridge.config.CredentialSettings;
import dev.fleethealth.bridge.config.MqttSourceSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Why a connection ended, in one line for people. */
final class EndReason {
    private EndReason() {}

    /** The future, failing with a reason for people. */
    static <T> CompletableFuture<T> explained(MqttSourceSettings settings, CompletableFuture<T> future) {
        return future.exceptionallyCompose(
                failure -> CompletableFuture.failedFuture(new IllegalStateException(of(failure, settings), failure)));
    }

    /** The reason, with what the settings say about the place where it happened. */
    static String of(Throwable cause, MqttSourceSettings settings) {
        Throwable reason = unwrapped(cause);
        if (reason instanceof Mqtt5ConnAckException refused) {
            return refused(refused.getMqttMessage().getReasonCode(), settings);
        }
        if (reason instanceof Mqtt3ConnAckException refused) {
            return refused(refused.getMqttMessage().getReturnCode(), settings);
        }
        return TlsFailure.explain(reason, settings).orElseGet(() -> of(reason));
    }

    static String of(Throwable cause) {
        Throwable reason = unwrapped(cause);
        if (reason instanceof Mqtt5DisconnectException disconnect) {
            return disconnect(disconnect.getMqttMessage().getReasonCode());
        }
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }

    /** What a future's failure stands for. */
    static Throwable unwrapped(Throwable cause) {
        return cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
    }

    private static String disconnect(Mqtt5DisconnectReasonCode code) {
        return code == Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER
                ? "the session was taken over: another program uses the same client id"
                : "DISCONNECT with reason " + code;
    }

    private static String refused(Enum<?> code, MqttSourceSettings settings) {
        return "the broker refused the connection"
                + settings.credentials().map(EndReason::shown).orElse("") + ": " + code;
    }

    private static String shown(CredentialSettings credentials) {
        return " of user " + credentials.username() + (credentials.token().isPresent() ? " with its token" : "");
    }
}

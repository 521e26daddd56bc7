package dev.fleethealth.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * What a failed call means, in Kafka's terms and after the model of Confluent's serdes. None of it is a
 * {@code SerializationException}: a record must not be thrown away because the registry is in trouble.
 */
final class RegistryFaults {
    private static final int LONGEST_REASON = 300;

    private RegistryFaults() {}

    /** An answer with an error status. */
    static ApiException ofStatus(String call, int status, JsonNode answer) {
        String message = "%s: HTTP %d%s".formatted(call, status, reason(answer));
        return switch (status) {
            case 401 -> new AuthenticationException(message);
            case 403 -> new AuthorizationException(message);
            case 408, 500, 503, 504 -> new TimeoutException(message);
            case 429 -> new ThrottlingQuotaExceededException(message);
            case 502 -> new DisconnectException(message);
            default ->
                status > 504
                        ? new TimeoutException(message)
                        : new RegistryRejectedException(
                                message, status, answer.path("error_code").asInt());
        };
    }

    /** No answer. A certificate that is not trusted stays so; everything else may be over a moment later. */
    static ApiException ofConnection(String call, IOException cause) {
        String message = "%s: no answer: %s".formatted(call, cause);
        if (cause instanceof HttpTimeoutException) {
            return new TimeoutException(message, cause);
        }
        return isAboutCertificates(cause)
                ? new SslAuthenticationException(message, cause)
                : new DisconnectException(message, cause);
    }

    /** Whether another registry, or the same one a little later, may give an answer. */
    static boolean isPassing(ApiException fault) {
        return fault instanceof RetriableException;
    }

    private static boolean isAboutCertificates(IOException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static String reason(JsonNode answer) {
        if (!answer.isObject()) {
            return ", and no JSON: is this the base URL of a schema registry?";
        }
        String message = answer.path("message").asText();
        String cut = message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON) + "…";
        return ", code %d: %s".formatted(answer.path("error_code").asInt(), cut.replaceAll("\\p{Cntrl}", " "));
    }
}

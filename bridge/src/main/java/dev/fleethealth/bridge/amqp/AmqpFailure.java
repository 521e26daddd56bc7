package dev.fleethealth.bridge.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import dev.fleethealth.bridge.config.ApsaramqSourceSettings;
import java.util.Optional;

/** Why there is no connection, in one line for people. */
final class AmqpFailure {
    private AmqpFailure() {}

    static String explain(Throwable failure, ApsaramqSourceSettings settings) {
        if (failure instanceof AuthenticationFailureException
                || failure instanceof PossibleAuthenticationFailureException) {
            return "the broker refused access-key-id and access-key-secret for instance " + settings.instanceId();
        }
        return closed(failure)
                .or(() -> Optional.ofNullable(failure.getCause()).flatMap(AmqpFailure::closed))
                .orElseGet(() -> {
                    String said = String.valueOf(failure.getMessage());
                    return "no connection to %s:%d: %s"
                            .formatted(settings.broker().getHost(), settings.port(), said);
                });
    }

    /** What the broker said when it closed channel or connection. */
    private static Optional<String> closed(Throwable failure) {
        if (!(failure instanceof ShutdownSignalException signal)) {
            return Optional.empty();
        }
        Method reason = signal.getReason();
        if (reason instanceof AMQP.Connection.Close close) {
            return Optional.of("the broker closed the connection: " + close.getReplyText());
        }
        if (reason instanceof AMQP.Channel.Close close) {
            return Optional.of("the broker closed the channel: " + close.getReplyText());
        }
        return Optional.of("the connection broke");
    }
}

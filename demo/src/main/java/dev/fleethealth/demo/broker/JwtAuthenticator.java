package dev.fleethealth.demo.broker;

import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import dev.fleethealth.demo.token.Claims;
import dev.fleethealth.demo.token.InvalidTokenException;
import dev.fleethealth.demo.token.TokenVerifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Lets a client in that shows a valid token as its password, until the token expires. */
final class JwtAuthenticator implements SimpleAuthenticator {
    /** Connection attribute that the Fleet Health extension publishes: epoch milliseconds as text. */
    private static final String EXPIRES_AT = "fleethealth.credential-expires-at";

    private final TokenVerifier verifier;
    private final ExpiryGuard guard;

    JwtAuthenticator(TokenVerifier verifier, ExpiryGuard guard) {
        this.verifier = verifier;
        this.guard = guard;
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        String clientId = input.getClientInformation().getClientId();
        try {
            Claims claims = verifier.verify(password(input), clientId);
            input.getConnectionInformation()
                    .getConnectionAttributeStore()
                    .putAsString(EXPIRES_AT, Long.toString(claims.expiresAt().toEpochMilli()));
            guard.watch(clientId, claims.expiresAt());
            output.authenticateSuccessfully();
        } catch (InvalidTokenException e) {
            output.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED, e.getMessage());
        }
    }

    private static String password(SimpleAuthInput input) {
        ByteBuffer password = input.getConnectPacket()
                .getPassword()
                .orElseThrow(() -> new InvalidTokenException("no token in the password"));
        return StandardCharsets.UTF_8.decode(password).toString();
    }
}

package dev.fleethealth.demo.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import dev.fleethealth.demo.token.TokenVerifier;
import java.security.PublicKey;
import java.time.InstantSource;

/** The demo's own extension: nobody connects without a token. */
final class JwtAuthentication implements ExtensionMain {
    private final TokenVerifier verifier;
    private final ExpiryGuard guard;

    JwtAuthentication(PublicKey issuer, InstantSource clock) {
        this.verifier = new TokenVerifier(issuer, clock);
        this.guard = new ExpiryGuard(clock);
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        JwtAuthenticator authenticator = new JwtAuthenticator(verifier, guard);
        Services.securityRegistry().setAuthenticatorProvider(any -> authenticator);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        guard.stop();
    }
}

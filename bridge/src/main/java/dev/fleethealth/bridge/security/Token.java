package dev.fleethealth.bridge.security;

import java.time.Instant;

/**
 * A JSON Web Token.
 *
 * @param text the signed token, a secret
 * @param expiresAt from this second on it no longer holds
 */
public record Token(String text, Instant expiresAt) {
    @Override
    public String toString() {
        return "Token[****, expiresAt=" + expiresAt + "]";
    }
}

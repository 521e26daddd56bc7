package dev.fleethealth.service.http;

import dev.fleethealth.service.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets in only those who know the token. How long the comparison takes says nothing about the token. */
public final class AccessToken {
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> expected;

    /** @param token without one, everybody is let in */
    public AccessToken(Optional<Secret> token) {
        expected = token.map(Secret::reveal).map(AccessToken::digest);
    }

    /**
     * The token of a header {@code Authorization: Bearer <token>} (RFC 6750).
     *
     * @param authorization the header's value, if there is one
     */
    public static Optional<String> ofHeader(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }

    public boolean admits(Optional<String> given) {
        return expected.isEmpty() || MessageDigest.isEqual(expected.get(), digest(given.orElse("")));
    }

    /** Tokens of any length become equally long. */
    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package dev.fleethealth.bridge.http;

import com.sun.net.httpserver.HttpExchange;
import dev.fleethealth.bridge.config.HttpSourceSettings;
import dev.fleethealth.service.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Lets in only those who know the token. How long the comparison takes says nothing about the token. */
final class AccessToken {
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> expected;
    private final boolean inQuery;

    AccessToken(HttpSourceSettings settings) {
        expected = settings.token().map(Secret::reveal).map(AccessToken::digest);
        inQuery = settings.tokenInQuery();
    }

    /** @throws Refusal when the request has another token, or none */
    void check(HttpExchange exchange) throws Refusal {
        if (expected.isPresent() && !MessageDigest.isEqual(expected.get(), digest(given(exchange)))) {
            throw Refusal.of(401, "expected the header Authorization: Bearer <token>", "WWW-Authenticate", "Bearer");
        }
    }

    private String given(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return header.substring(SCHEME.length()).strip();
        }
        return inQuery ? Query.of(exchange).value("token").orElse("") : "";
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

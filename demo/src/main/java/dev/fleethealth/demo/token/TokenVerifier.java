package dev.fleethealth.demo.token;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/** Decides whether a token lets a client in: algorithm, signature, subject, times. */
public final class TokenVerifier {
    /** How far the issuer's clock may be ahead of ours. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PublicKey key;
    private final InstantSource clock;

    public TokenVerifier(PublicKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * The claims of a valid token.
     *
     * @throws InvalidTokenException when it is not one, was issued to another client, or is not valid now
     */
    public Claims verify(String token, String clientId) {
        String[] parts = token.split("\\.", -1);
        require(parts.length == 3, "not a token of three parts");
        require("ES256".equals(read(parts[0], Header.class).algorithm()), "the algorithm is not ES256");
        byte[] content = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
        require(Es256.verifies(key, content, decode(parts[2])), "the signature does not match");
        Claims claims = read(parts[1], Claims.class);
        require(claims.subject().equals(clientId), "the token was issued to another client");
        Instant now = clock.instant();
        require(now.isBefore(claims.expiresAt()), "the token has expired");
        require(!claims.issuedAt().isAfter(now.plus(CLOCK_SKEW)), "the token was issued in the future");
        return claims;
    }

    private static void require(boolean holds, String why) {
        if (!holds) {
            throw new InvalidTokenException(why);
        }
    }

    private static <T> T read(String part, Class<T> type) {
        try {
            return JSON.readValue(decode(part), type);
        } catch (IOException e) {
            throw new InvalidTokenException("a part is not the JSON that was expected", e);
        }
    }

    private static byte[] decode(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw new InvalidTokenException("a part is not base64url", e);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Header(
            @JsonProperty(value = "alg", required = true) String algorithm) {}
}

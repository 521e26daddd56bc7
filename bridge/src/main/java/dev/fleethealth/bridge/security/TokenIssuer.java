package dev.fleethealth.bridge.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Makes signed JSON Web Tokens (RFC 7519) for the bridge itself. */
public final class TokenIssuer {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final TokenAlgorithm algorithm;
    private final PrivateKey key;
    private final String header;
    private final Map<String, JsonNode> claims;
    private final Duration lifetime;

    /**
     * Issues with that key.
     *
     * @param keyId tells the broker which of its keys to verify with ({@code kid})
     * @param claims what stands in each token besides {@code iat} and {@code exp}
     * @param lifetime from {@code iat} to {@code exp}
     */
    public TokenIssuer(
            TokenAlgorithm algorithm,
            PrivateKey key,
            Optional<String> keyId,
            Map<String, JsonNode> claims,
            Duration lifetime) {
        this.algorithm = algorithm;
        this.key = key;
        this.header = header(algorithm, keyId);
        this.claims = Map.copyOf(claims);
        this.lifetime = lifetime;
    }

    /** A token issued now; its times are whole seconds. */
    public Token issue(Instant now) {
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = issuedAt.plus(lifetime);
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.setAll(claims);
        payload.put("iat", issuedAt.getEpochSecond());
        payload.put("exp", expiresAt.getEpochSecond());
        String content = header + "." + encode(payload);
        byte[] signature = algorithm.sign(key, content.getBytes(StandardCharsets.US_ASCII));
        return new Token(content + "." + BASE64.encodeToString(signature), expiresAt);
    }

    private static String header(TokenAlgorithm algorithm, Optional<String> keyId) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", algorithm.toString());
        header.put("typ", "JWT");
        keyId.ifPresent(id -> header.put("kid", id));
        return encode(header);
    }

    private static String encode(ObjectNode json) {
        return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}

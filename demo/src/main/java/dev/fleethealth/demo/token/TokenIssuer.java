package dev.fleethealth.demo.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/** Issues tokens, as the backend of a fleet does when a device asks for a new one. */
public final class TokenIssuer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encode("{\"alg\":\"ES256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

    private final PrivateKey key;
    private final InstantSource clock;

    public TokenIssuer(PrivateKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /** A token that is valid from now, for this long. */
    public String issue(String clientId, Duration lifetime) {
        return issue(clientId, clock.instant().plus(lifetime));
    }

    /** A token that is valid from now until that second. */
    public String issue(String clientId, Instant expiresAt) {
        Claims claims = new Claims(clientId, clock.instant().getEpochSecond(), expiresAt.getEpochSecond());
        String content = HEADER + "." + encode(json(claims));
        return content + "." + encode(Es256.sign(key, content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] json(Claims claims) {
        try {
            return JSON.writeValueAsBytes(claims);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("claims are plain values", e);
        }
    }

    private static String encode(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}

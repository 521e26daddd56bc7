package dev.fleethealth.streams.delivery.webhook;

import dev.fleethealth.service.config.Secret;
import dev.fleethealth.streams.delivery.http.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs calls as the "Standard Webhooks" specification says, so that its libraries can check them: HMAC-SHA256 over id, time and body,
 * in {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String ENCODED_SECRET = "whsec_";

    private Signature() {}

    static Map<String, String> headers(Secret secret, String eventId, byte[] body, Instant now) {
        String id = headerId(eventId);
        String timestamp = Long.toString(now.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature", "v1," + sign(secret, id + "." + timestamp + ".", body));
    }

    /** An event's id may hold a client id, and so anything; a header holds little. */
    private static String headerId(String eventId) {
        return "msg_" + Sha256.hex(eventId).substring(0, 32);
    }

    /** Base64 of the signature over the prefix and the body. */
    static String sign(Secret secret, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret.reveal()), ALGORITHM));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] key(String secret) {
        return secret.startsWith(ENCODED_SECRET)
                ? Base64.getDecoder().decode(secret.substring(ENCODED_SECRET.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }
}

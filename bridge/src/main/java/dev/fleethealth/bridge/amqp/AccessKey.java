package dev.fleethealth.bridge.amqp;

import dev.fleethealth.bridge.config.ApsaramqSourceSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to ApsaraMQ who we are, as its server SDK 1.0.8 does: the user name names instance and key, the password signs a
 * time with the key's secret, and the client property {@code signKey} tells that time.
 *
 * @param username goes over the wire as it is
 * @param password likewise; holds for this time
 * @param signKey the time in epoch milliseconds
 */
record AccessKey(String username, String password, String signKey) {
    /** HMAC-SHA1 is what the service computes; a forger would need the secret, not a collision. */
    private static final String ALGORITHM = "HmacSHA1";

    static AccessKey of(ApsaramqSourceSettings settings, Instant now) {
        String signKey = Long.toString(now.toEpochMilli());
        String user =
                "0:" + settings.instanceId() + ":" + settings.accessKeyId().reveal();
        return new AccessKey(
                base64(user.getBytes(StandardCharsets.UTF_8)),
                base64(sign(signKey, settings.accessKeySecret().reveal())),
                signKey);
    }

    private static byte[] sign(String text, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "AccessKey[****]";
    }
}

package dev.fleethealth.schemas.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256, cut to 64 bits, as 16 hex digits: long enough that a million devices don't collide (about 1 in 40
 * million), short enough to be read in evidence. There are only 2³² IPv4 addresses, so a hash without a key would hide
 * nothing.
 */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 8;

    private final SecretKeySpec key;

    /** @param key not empty */
    public KeyedHash(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @param kind keeps an address and an equal user name apart */
    public String of(String kind, String text) {
        byte[] hash = mac().doFinal((kind + '\n' + text).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}

package dev.fleethealth.service.tls;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads private keys from PEM: PKCS#8 ({@code PRIVATE KEY}) and the older forms that {@code openssl ecparam} and
 * {@code openssl genrsa} write ({@code EC PRIVATE KEY}, {@code RSA PRIVATE KEY}). Only EC and RSA, without a passphrase.
 */
public final class PrivateKeys {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:[A-Z]+ )?PRIVATE KEY)-----(.+?)-----END", Pattern.DOTALL);

    private PrivateKeys() {}

    /** @throws InvalidPemException when the text holds no such key; the message reads on from what holds it */
    public static PrivateKey parse(String pem) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new InvalidPemException("holds no private key in PEM");
        }
        String label = block.group(1);
        String content = block.group(2);
        if (label.startsWith("ENCRYPTED") || content.contains("ENCRYPTED")) {
            throw new InvalidPemException("holds a private key with a passphrase, expected one without");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(content);
            return switch (label) {
                case "EC PRIVATE KEY" -> key("EC", Pkcs8.ofEc(der));
                case "RSA PRIVATE KEY" -> key("RSA", Pkcs8.ofRsa(der));
                default -> key(Pkcs8.isEc(der) ? "EC" : "RSA", der);
            };
        } catch (IllegalArgumentException | InvalidKeySpecException e) {
            throw new InvalidPemException("holds no EC or RSA private key that can be read", e);
        }
    }

    private static PrivateKey key(String algorithm, byte[] pkcs8) throws InvalidKeySpecException {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no " + algorithm, e);
        }
    }
}

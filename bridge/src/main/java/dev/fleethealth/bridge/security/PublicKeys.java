package dev.fleethealth.bridge.security;

import dev.fleethealth.service.tls.Certificates;
import dev.fleethealth.service.tls.InvalidPemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads public keys from PEM files: {@code PUBLIC KEY}, or the key of a {@code CERTIFICATE}. */
public final class PublicKeys {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN PUBLIC KEY-----(.+?)-----END", Pattern.DOTALL);

    private PublicKeys() {}

    /** @throws InvalidPemException when the file can't be read or holds neither */
    public static PublicKey read(Path file) {
        Matcher block = BLOCK.matcher(text(file));
        return block.find()
                ? key(file, block.group(1))
                : Certificates.read(file).get(0).getPublicKey();
    }

    private static PublicKey key(Path file, String content) {
        try {
            X509EncodedKeySpec encoded =
                    new X509EncodedKeySpec(Base64.getMimeDecoder().decode(content));
            for (String algorithm : List.of("EC", "RSA")) {
                PublicKey key = keyOrNull(algorithm, encoded);
                if (key != null) {
                    return key;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidPemException(file + " holds no EC or RSA public key that can be read", e);
        }
        throw new InvalidPemException(file + " holds no EC or RSA public key that can be read");
    }

    private static @Nullable PublicKey keyOrNull(String algorithm, X509EncodedKeySpec encoded) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(encoded);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidPemException(file + " cannot be read", e);
        }
    }
}

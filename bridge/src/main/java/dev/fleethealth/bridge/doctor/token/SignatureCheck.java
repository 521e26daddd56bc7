package dev.fleethealth.bridge.doctor.token;

import dev.fleethealth.bridge.doctor.Finding;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;

/** Algorithm and signature of a token: by their form, and by the registered key where that is at hand. */
final class SignatureCheck {
    private static final String CHECK = "token-signature";
    private static final int ES256_BYTES = 64;
    private static final int SHORTEST_RS256_BYTES = 256;
    private static final int DER_SEQUENCE = 0x30;

    private SignatureCheck() {}

    static Finding examine(TokenText.Readable token, Optional<PublicKey> registered) {
        String algorithm = token.header().path("alg").asText("");
        return switch (algorithm) {
            case "ES256" -> elliptic(token, registered);
            case "RS256" -> rsa(token, registered);
            default ->
                Finding.failed(
                        CHECK,
                        "alg is \"" + algorithm + "\", brokers with device keys take ES256 or RS256",
                        "Sign with the device's private key, not with a shared secret, and say which in the header.");
        };
    }

    private static Finding elliptic(TokenText.Readable token, Optional<PublicKey> registered) {
        byte[] signature = token.signature();
        if (signature.length == ES256_BYTES) {
            return verified(token, registered, "EC", "SHA256withECDSAinP1363Format");
        }
        boolean isDer = signature.length > ES256_BYTES && signature[0] == DER_SEQUENCE;
        return Finding.failed(
                CHECK,
                "the ES256 signature has " + signature.length + " bytes, expected " + ES256_BYTES,
                isDer
                        ? "It is in DER, as OpenSSL writes it: turn it into r and s of 32 bytes each (RFC 7518, section"
                                + " 3.4)."
                        : "It is cut off or of another curve: ES256 means P-256, with r and s of 32 bytes each.");
    }

    private static Finding rsa(TokenText.Readable token, Optional<PublicKey> registered) {
        return token.signature().length < SHORTEST_RS256_BYTES
                ? Finding.failed(
                        CHECK,
                        "the RS256 signature has " + token.signature().length + " bytes, expected at least "
                                + SHORTEST_RS256_BYTES,
                        "It is cut off, made by an EC key, or by an RSA key of less than 2048 bits.")
                : verified(token, registered, "RSA", "SHA256withRSA");
    }

    private static Finding verified(
            TokenText.Readable token, Optional<PublicKey> registered, String keyType, String signatureName) {
        String form =
                token.header().path("alg").asText() + " with a signature of " + token.signature().length + " bytes";
        if (registered.isEmpty()) {
            return Finding.ok(CHECK, form + "; not verified, --public-key FILE does that");
        }
        PublicKey key = registered.get();
        if (!key.getAlgorithm().equals(keyType)) {
            return Finding.failed(
                    CHECK,
                    form + ", but the registered key is " + key.getAlgorithm(),
                    "Algorithm and key must match: register the key with which the device signs.");
        }
        return verifies(token, key, signatureName)
                ? Finding.ok(CHECK, form + ", made by the registered key")
                : Finding.failed(
                        CHECK,
                        form + ", not made by the registered key",
                        "The device signs with another private key, or the token was changed: register the right public"
                                + " key.");
    }

    private static boolean verifies(TokenText.Readable token, PublicKey key, String signatureName) {
        try {
            Signature signature = Signature.getInstance(signatureName);
            signature.initVerify(key);
            signature.update(token.signed().getBytes(StandardCharsets.US_ASCII));
            return signature.verify(token.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

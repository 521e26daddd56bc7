package dev.fleethealth.demo.token;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** ECDSA on P-256 with SHA-256, signatures as two 32-byte numbers (RFC 7518 §3.4). */
public final class Es256 {
    private static final String SIGNATURE = "SHA256withECDSAinP1363Format";

    private Es256() {}

    /** A fresh key pair. */
    public static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no P-256", e);
        }
    }

    /** The key as text: X.509 SubjectPublicKeyInfo in base64. */
    public static String toText(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** @throws IllegalArgumentException when the text is not such a key */
    public static PublicKey publicKey(String text) {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an EC public key in base64", e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with this key", e);
        }
    }

    static boolean verifies(PublicKey key, byte[] content, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(signed);
        } catch (SignatureException e) {
            return false;
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("not a P-256 key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + SIGNATURE, e);
        }
    }
}

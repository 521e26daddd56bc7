package dev.fleethealth.bridge.security;

import dev.fleethealth.service.tls.InvalidPemException;
import dev.fleethealth.service.tls.PrivateKeys;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;

/** How a token is signed (RFC 7518 §3.1); shown by its name there. */
public enum TokenAlgorithm {
    /** ECDSA on P-256 with SHA-256; the signature is two numbers of 32 bytes. */
    ECDSA("ES256", "SHA256withECDSAinP1363Format", "an EC private key on the curve P-256") {
        @Override
        boolean fits(PrivateKey key) {
            return key instanceof ECPrivateKey ec && ec.getParams().getOrder().bitLength() == 256;
        }
    },
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    RSA("RS256", "SHA256withRSA", "an RSA private key of at least 2048 bits") {
        @Override
        boolean fits(PrivateKey key) {
            return key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= 2048;
        }
    };

    private final String tokenName;
    private final String signatureName;
    private final String expectedKey;

    TokenAlgorithm(String tokenName, String signatureName, String expectedKey) {
        this.tokenName = tokenName;
        this.signatureName = signatureName;
        this.expectedKey = expectedKey;
    }

    /** Whether this algorithm can sign with the key. */
    abstract boolean fits(PrivateKey key);

    /**
     * The key, if this algorithm can sign with it.
     *
     * @throws InvalidPemException when it can't, or the text holds no key
     */
    public PrivateKey key(String pem) {
        PrivateKey key = PrivateKeys.parse(pem);
        if (!fits(key)) {
            throw new InvalidPemException("holds no key for " + tokenName + ", expected " + expectedKey);
        }
        return key;
    }

    byte[] sign(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(signatureName);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a token with " + tokenName + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return tokenName;
    }
}

package dev.fleethealth.service.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;

/** The certificate with which we show others who we are, with its private key. */
public final class OwnCertificate {
    private static final char[] NO_PASSWORD = {};
    private static final byte[] PROBE = {1};

    private OwnCertificate() {}

    /**
     * Reads both files.
     *
     * @param certificate PEM file with the certificate, first, and those that lead to its authority
     * @param key PEM file with its private key
     * @throws InvalidPemException when a file can't be read, holds something else, or the two don't belong together
     */
    public static KeyManagerFactory read(Path certificate, Path key) {
        List<X509Certificate> chain = Certificates.read(certificate);
        PrivateKey privateKey = privateKey(key);
        try {
            if (!belongTogether(privateKey, chain.get(0).getPublicKey())) {
                throw new InvalidPemException(key + " is not the key of the certificate in " + certificate);
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("client", privateKey, NO_PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory;
        } catch (IOException | GeneralSecurityException e) {
            throw new InvalidPemException(certificate + " and " + key + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static PrivateKey privateKey(Path file) {
        try {
            return PrivateKeys.parse(Files.readString(file));
        } catch (IOException e) {
            throw new InvalidPemException(file + " cannot be read", e);
        } catch (InvalidPemException e) {
            throw new InvalidPemException(file + " " + e.getMessage(), e);
        }
    }

    /** While files are replaced one after the other, they don't for a moment. */
    private static boolean belongTogether(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        Signature signature =
                Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
        signature.initSign(key);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(PROBE);
        return signature.verify(signed);
    }
}

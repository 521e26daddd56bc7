package dev.fleethealth.service.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManagerFactory;

/** Trust in certificate authorities. */
public final class TrustedCertificates {
    private TrustedCertificates() {}

    /** Those that this JDK trusts. */
    public static TrustManagerFactory ofTheJdk() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no trust store: " + e.getMessage(), e);
        }
    }

    /**
     * Those of a PEM file, and no others.
     *
     * @throws InvalidPemException when the file can't be read or holds no certificate
     */
    public static TrustManagerFactory read(Path file) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (X509Certificate authority : Certificates.read(file)) {
                trusted.setCertificateEntry("ca-" + trusted.size(), authority);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return factory;
        } catch (IOException | GeneralSecurityException e) {
            throw new InvalidPemException(file + " holds no certificates that can be used: " + e.getMessage(), e);
        }
    }
}

package dev.fleethealth.testkit.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;

/** A certificate authority for tests: all its certificates are made on the spot, so none of them ever runs out. */
public final class TestAuthority {
    /** Of all key stores. */
    public static final String PASSWORD = "test-only";

    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Identity self;

    private TestAuthority(Identity self) {
        this.self = self;
    }

    public static TestAuthority named(String name) {
        return new TestAuthority(selfSigned(name));
    }

    /** A certificate that nobody vouches for. */
    public static Identity selfSigned(String host) {
        KeyPair keys = newKeys();
        return new Identity(
                keys, certificate(host, host, keys, keys, Instant.now().plus(LIFETIME)));
    }

    /** A certificate for a host (or for a client of that name). */
    public Identity issue(String host) {
        return issue(host, Instant.now().plus(LIFETIME));
    }

    public Identity issue(String host, Instant expiresAt) {
        KeyPair keys = newKeys();
        return new Identity(keys, certificate(host, self.name(), keys, self.keys, expiresAt));
    }

    public X509Certificate certificate() {
        return self.certificate;
    }

    /** The authority's certificate as a PEM file. */
    public Path writeCertificate(Path file) throws IOException {
        return self.writeCertificate(file);
    }

    /** A key store that trusts this authority. */
    public Path writeTrustStore(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = newStore();
        store.setCertificateEntry("ca", self.certificate);
        return write(store, file);
    }

    public static String pem(Key key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    public static String pem(String label, byte[] der) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
    }

    public static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(
            String subject, String issuer, KeyPair keys, KeyPair issuerKeys, Instant expiresAt) {
        try {
            byte[] content = TestDer.certificateContent(
                    new BigInteger(64, new SecureRandom()),
                    new X500Principal("CN=" + issuer),
                    new X500Principal("CN=" + subject),
                    expiresAt,
                    keys.getPublic(),
                    subject.equals(issuer));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(issuerKeys.getPrivate());
            signature.update(content);
            byte[] signed = TestDer.signed(content, signature.sign());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore newStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }

    private static Path write(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    /** A certificate and its keys. */
    public record Identity(KeyPair keys, X509Certificate certificate) {
        public Path writeCertificate(Path file) throws IOException {
            try {
                return Files.writeString(file, pem("CERTIFICATE", certificate.getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        public Path writeKey(Path file) throws IOException {
            return Files.writeString(file, pem(keys.getPrivate()));
        }

        /** A key store for a server. */
        public Path writeKeyStore(Path file) throws IOException, GeneralSecurityException {
            KeyStore store = newStore();
            store.setKeyEntry("server", keys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
            return write(store, file);
        }

        private String name() {
            return certificate.getSubjectX500Principal().getName().substring("CN=".length());
        }
    }
}

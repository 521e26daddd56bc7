package dev.fleethealth.service.tls;

import dev.fleethealth.service.config.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom to trust, and how to show who we are. The files are read again for each connection: replaced ones hold from the
 * next connection on.
 *
 * @param ca PEM file with the certificates of the authorities to trust, instead of those of the JDK
 * @param certificate PEM file with the program's own certificate, followed by those that lead to its authority, where the
 *     other side asks for one
 * @param key PEM file with the private key of that certificate, without a passphrase
 */
public record TlsSettings(Optional<Path> ca, Optional<Path> certificate, Optional<Path> key) {
    public TlsSettings {
        requireReadable("ca", ca);
        requireReadable("certificate", certificate);
        requireReadable("key", key);
        Setting.check(
                certificate.isEmpty() || key.isPresent(), "key", "required, expected the certificate's private key");
        Setting.check(
                key.isEmpty() || certificate.isPresent(), "certificate", "required, expected the key's certificate");
        check("ca", () -> trusted(ca));
        check("certificate", () -> identity(certificate, key));
    }

    /**
     * Reads whom to trust; empty for the JDK's own authorities.
     *
     * @throws InvalidPemException when the file is no longer what it was at the start
     */
    public Optional<TrustManagerFactory> trusted() {
        return trusted(ca);
    }

    /**
     * Reads the program's own certificate.
     *
     * @throws InvalidPemException when the files are no longer what they were at the start
     */
    public Optional<KeyManagerFactory> identity() {
        return identity(certificate, key);
    }

    private static Optional<TrustManagerFactory> trusted(Optional<Path> ca) {
        return ca.map(TrustedCertificates::read);
    }

    private static Optional<KeyManagerFactory> identity(Optional<Path> certificate, Optional<Path> key) {
        return certificate.flatMap(chain -> key.map(secret -> OwnCertificate.read(chain, secret)));
    }

    private static void requireReadable(String name, Optional<Path> file) {
        file.ifPresent(path ->
                Setting.check(Files.isReadable(path), name, "expected a PEM file that can be read, was " + path));
    }

    private static void check(String name, Runnable read) {
        try {
            read.run();
        } catch (InvalidPemException e) {
            Setting.check(false, name, String.valueOf(e.getMessage()));
        }
    }
}

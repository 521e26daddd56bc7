package dev.fleethealth.service.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Reads certificates from PEM files. */
public final class Certificates {
    private Certificates() {}

    /** @throws InvalidPemException when the file can't be read or holds no certificate */
    public static List<X509Certificate> read(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new InvalidPemException(file + " holds no certificate in PEM");
            }
            return found;
        } catch (IOException e) {
            throw new InvalidPemException(file + " cannot be read", e);
        } catch (CertificateException e) {
            throw new InvalidPemException(file + " holds no certificate in PEM", e);
        }
    }
}

package dev.fleethealth.service.tls;

import javax.net.ssl.SSLContext;

/**
 * What a port of ours speaks TLS with: versions 1.3 and 1.2, nothing else.
 *
 * @param clientNeedsCertificate whether only those with a certificate of the given authority may connect
 */
public record ServerTls(SSLContext context, boolean clientNeedsCertificate) {

    /**
     * Reads the files; replaced ones hold from the next connection on.
     *
     * @param settings with a certificate; with {@code ca}, clients need one of that authority
     */
    public static ServerTls of(TlsSettings settings) {
        RenewedCertificate own =
                new RenewedCertificate(() -> settings.identity().orElseThrow());
        return new ServerTls(
                TlsContext.of(settings.trusted(), own), settings.ca().isPresent());
    }

    /** Its versions by their names in the JDK. */
    public static String[] protocols() {
        return new String[] {"TLSv1.3", "TLSv1.2"};
    }
}

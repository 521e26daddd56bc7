package dev.fleethealth.service.tls;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** What the JDK's own TLS works with. */
public final class TlsContext {
    private TlsContext() {}

    /**
     * TLS 1.3 and 1.2.
     *
     * @param trusted whom to trust; the JDK's authorities if empty
     * @param identity our own certificate, if we have one
     */
    public static SSLContext of(Optional<TrustManagerFactory> trusted, Optional<KeyManagerFactory> identity) {
        return of(trusted, identity.map(KeyManagerFactory::getKeyManagers).orElse(null));
    }

    /** Likewise, with a certificate of our own that may change. */
    public static SSLContext of(Optional<TrustManagerFactory> trusted, KeyManager identity) {
        return of(trusted, new KeyManager[] {identity});
    }

    private static SSLContext of(Optional<TrustManagerFactory> trusted, KeyManager @Nullable [] keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManager @Nullable [] trust =
                    trusted.map(TrustManagerFactory::getTrustManagers).orElse(null);
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}

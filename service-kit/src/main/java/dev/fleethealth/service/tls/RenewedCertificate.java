package dev.fleethealth.service.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A server's certificate that is read again for each handshake, so that a replaced one holds from the next connection on. While
 * the files do not fit, the last good one is shown.
 */
public final class RenewedCertificate extends X509ExtendedKeyManager {
    private final Supplier<KeyManagerFactory> files;
    private volatile X509ExtendedKeyManager current;

    /** @throws InvalidPemException when the files are wrong from the start */
    public RenewedCertificate(Supplier<KeyManagerFactory> files) {
        this.files = files;
        this.current = read(files);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        try {
            current = read(files);
        } catch (InvalidPemException e) {
            // Half replaced: the next handshake sees the rest.
        }
        return current.chooseEngineServerAlias(keyType, issuers, engine);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return current.chooseServerAlias(keyType, issuers, socket);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return current.getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return current.getPrivateKey(alias);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return current.getServerAliases(keyType, issuers);
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null; // it is a server's
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null; // it is a server's
    }

    private static X509ExtendedKeyManager read(Supplier<KeyManagerFactory> files) {
        return (X509ExtendedKeyManager) files.get().getKeyManagers()[0];
    }
}

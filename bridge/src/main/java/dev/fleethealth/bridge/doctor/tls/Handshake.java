package dev.fleethealth.bridge.doctor.tls;

import dev.fleethealth.bridge.doctor.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** A TLS connection to the broker whose handshake is done. */
public final class Handshake implements AutoCloseable {
    private static final String[] CURRENT = {TlsVersion.TLS_1_3.protocol(), TlsVersion.TLS_1_2.protocol()};

    private final SSLSocket socket;
    private final boolean asksForCertificate;

    private Handshake(SSLSocket socket, boolean asksForCertificate) {
        this.socket = socket;
        this.asksForCertificate = asksForCertificate;
    }

    /**
     * A connection to a broker that is who it should be, over which secrets may go.
     *
     * @throws IOException when it is not, or the broker does not go on
     */
    public static Socket trusted(Target target) throws IOException {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(CURRENT);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        KeyManager[] keys = target.keys().map(KeyManagerFactory::getKeyManagers).orElse(new KeyManager[0]);
        return open(target, parameters, target.trusted().getTrustManagers(), keys);
    }

    /** A connection over which nothing may go: whoever answers is taken, so that the certificate can be looked at. */
    static Handshake withoutTrust(Target target, String... protocols) throws IOException {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(protocols.length == 0 ? CURRENT : protocols);
        AskedForCertificate keys = new AskedForCertificate();
        SSLSocket socket = open(target, parameters, new TrustManager[] {new TakeAny()}, new KeyManager[] {keys});
        return new Handshake(socket, keys.asked.get());
    }

    /** The broker's certificate first, then those that lead to its authority. */
    List<X509Certificate> chain() throws IOException {
        return List.of(socket.getSession().getPeerCertificates()).stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /** Whether the broker wants to see a certificate of the device. */
    boolean asksForCertificate() {
        return asksForCertificate;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static SSLSocket open(Target target, SSLParameters parameters, TrustManager[] trusted, KeyManager[] keys)
            throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(target.host(), target.port()), target.patienceMillis());
            plain.setSoTimeout(target.patienceMillis());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trusted, null);
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, target.host(), target.port(), true);
            serverName(target).ifPresent(name -> parameters.setServerNames(List.of(name)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException e) {
            plain.close();
            throw new IOException("no TLS on this JDK: " + e.getMessage(), e);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** Addresses are no server names (RFC 6066, section 3). */
    private static Optional<SNIHostName> serverName(Target target) {
        boolean isName = target.host().contains(".") && !target.host().matches("[0-9.]+|.*:.*");
        return isName ? Optional.of(new SNIHostName(target.host())) : Optional.empty();
    }

    /** Only to read the certificate; {@link #trusted} judges it. */
    private static final class TakeAny extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** Shows no certificate and notes that one was asked for. */
    private static final class AskedForCertificate extends X509ExtendedKeyManager {
        private final AtomicBoolean asked = new AtomicBoolean();

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public @Nullable String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
            asked.set(true);
            return null;
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[0];
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return null;
        }
    }
}

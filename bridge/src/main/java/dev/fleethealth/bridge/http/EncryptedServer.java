package dev.fleethealth.bridge.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.fleethealth.bridge.config.TlsSettings;
import dev.fleethealth.bridge.security.RenewedCertificate;
import dev.fleethealth.bridge.security.TlsContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A server that speaks TLS 1.3 and 1.2, and nothing else. */
final class EncryptedServer {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private EncryptedServer() {}

    /** With {@code ca}, senders need a certificate of that authority. */
    static HttpServer create(InetSocketAddress address, TlsSettings tls) throws IOException {
        boolean senderNeedsCertificate = tls.ca().isPresent();
        SSLContext context = TlsContext.of(
                tls.trusted(), new RenewedCertificate(() -> tls.identity().orElseThrow()));
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = context.getDefaultSSLParameters();
                parameters.setProtocols(PROTOCOLS);
                parameters.setNeedClientAuth(senderNeedsCertificate);
                connection.setSSLParameters(parameters);
            }
        });
        return server;
    }
}

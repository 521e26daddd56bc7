package dev.fleethealth.bridge.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.fleethealth.service.tls.ServerTls;
import dev.fleethealth.service.tls.TlsSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLParameters;

/** A server that speaks TLS and nothing else. */
final class EncryptedServer {
    private EncryptedServer() {}

    /** With {@code ca}, senders need a certificate of that authority. */
    static HttpServer create(InetSocketAddress address, TlsSettings settings) throws IOException {
        ServerTls tls = ServerTls.of(settings);
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.context()) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = tls.context().getDefaultSSLParameters();
                parameters.setProtocols(ServerTls.protocols());
                parameters.setNeedClientAuth(tls.clientNeedsCertificate());
                connection.setSSLParameters(parameters);
            }
        });
        return server;
    }
}

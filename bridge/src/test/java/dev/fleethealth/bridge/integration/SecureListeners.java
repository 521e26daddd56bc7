package dev.fleethealth.bridge.integration;

import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.tls.TestAuthority;
import dev.fleethealth.testkit.tls.TestAuthority.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;

/** Listeners of a broker, each with a certificate of its own kind. */
final class SecureListeners {
    final int good = FreePort.find();
    final int expired = FreePort.find();
    final int wrongName = FreePort.find();
    final int selfSigned = FreePort.find();
    final int oldTls = FreePort.find();
    final int mutual = FreePort.find();
    final int webSocket = FreePort.find();
    final int secureWebSocket = FreePort.find();

    private final TestAuthority authority;
    private final Path folder;

    SecureListeners(TestAuthority authority, Path folder) {
        this.authority = authority;
        this.folder = folder;
    }

    /** In the XML of HiveMQ's configuration. */
    String xml() throws IOException, GeneralSecurityException {
        Identity server = authority.issue("localhost");
        Path trusted = authority.writeTrustStore(folder.resolve("trusted.jks"));
        return tls("tls-tcp-listener", good, server, "")
                + tls("tls-tcp-listener", expired, authority.issue("localhost", yesterday()), "")
                + tls("tls-tcp-listener", wrongName, authority.issue("other.example.com"), "")
                + tls("tls-tcp-listener", selfSigned, TestAuthority.selfSigned("localhost"), "")
                + tls("tls-tcp-listener", oldTls, server, """
                        <protocols><protocol>TLSv1.1</protocol></protocols>
                        <cipher-suites>
                          <cipher-suite>TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA</cipher-suite>
                        </cipher-suites>
                        """)
                + tls("tls-tcp-listener", mutual, server, """
                        <truststore><path>%s</path><password>%s</password></truststore>
                        <client-authentication-mode>REQUIRED</client-authentication-mode>
                        """.formatted(trusted, TestAuthority.PASSWORD))
                + tls("tls-websocket-listener", secureWebSocket, server, "")
                + listener("websocket-listener", webSocket, "");
    }

    private String tls(String kind, int port, Identity server, String more)
            throws IOException, GeneralSecurityException {
        Path keys = server.writeKeyStore(folder.resolve("server-" + port + ".jks"));
        return listener(kind, port, """
                <tls>
                  <keystore>
                    <path>%1$s</path><password>%2$s</password><private-key-password>%2$s</private-key-password>
                  </keystore>
                  %3$s
                </tls>
                """.formatted(keys, TestAuthority.PASSWORD, more));
    }

    private static String listener(String kind, int port, String content) {
        return """
                <%1$s><port>%2$d</port><bind-address>127.0.0.1</bind-address>%3$s</%1$s>
                """.formatted(kind, port, content);
    }

    private static Instant yesterday() {
        return Instant.now().minus(Duration.ofDays(1));
    }
}

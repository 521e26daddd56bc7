package dev.fleethealth.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.nio.file.Path;
import javax.net.ssl.SSLParameters;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {
    private static final String LOCATION = "schema.registry.ssl.truststore.location";
    private static final String TYPE = "schema.registry.ssl.truststore.type";
    private static final String PASSWORD = "schema.registry.ssl.truststore.password";

    private static Certificate localhost;
    private static Certificate elsewhere;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        localhost = Certificate.forHost("localhost", folder);
        elsewhere = Certificate.forHost("elsewhere.example", folder);
    }

    @Test
    void shouldTrustByPkcs12Store() throws Exception {
        try (RegistryStub registry = registry(localhost)) {
            assertAnswers(
                    registry, LOCATION, localhost.store().toString(), TYPE, "PKCS12", PASSWORD, Certificate.PASSWORD);
        }
    }

    @Test
    void shouldTrustByPemFile() throws Exception {
        try (RegistryStub registry = registry(localhost)) {
            assertAnswers(registry, LOCATION, localhost.pem().toString(), TYPE, "PEM");
        }
    }

    @Test
    void shouldRefuseUnknownCertificate() throws Exception {
        try (RegistryStub registry = registry(localhost)) {
            assertRefuses(registry);
            assertRefuses(registry, LOCATION, elsewhere.pem().toString(), TYPE, "PEM");
        }
    }

    @Test
    void shouldRefuseCertificateOfAnotherHost() throws Exception {
        try (RegistryStub registry = registry(elsewhere)) {
            assertRefuses(registry, LOCATION, elsewhere.pem().toString(), TYPE, "PEM");
        }
    }

    @Test
    void shouldShowItsOwnCertificateWhenRegistryAsksForIt() throws Exception {
        // Given
        String[] trust = {LOCATION, localhost.pem().toString(), TYPE, "PEM"};
        String[] trustAndKeys = {
            LOCATION,
            localhost.pem().toString(),
            TYPE,
            "PEM",
            "schema.registry.ssl.keystore.location",
            localhost.store().toString(),
            "schema.registry.ssl.keystore.type",
            "PKCS12",
            "schema.registry.ssl.keystore.password",
            Certificate.PASSWORD
        };

        // Then
        try (RegistryStub registry = registry(localhost, true)) {
            assertThatThrownBy(() -> client(registry, trust).schemaById(1)).isInstanceOf(ApiException.class);
            assertAnswers(registry, trustAndKeys);
        }
    }

    private static RegistryStub registry(Certificate certificate) throws Exception {
        return registry(certificate, false);
    }

    private static RegistryStub registry(Certificate certificate, boolean asksClient) throws Exception {
        HttpsServer server = HttpsServer.create(RegistryStub.loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
                parameters.setNeedClientAuth(asksClient);
                connection.setSSLParameters(parameters);
            }
        });
        return new RegistryStub(server).then(200, "{\"schema\":\"\\\"string\\\"\"}");
    }

    private static HttpRegistryClient client(RegistryStub registry, String... settings) {
        return new TestClients().client("https://" + registry.host(), settings);
    }

    private static void assertAnswers(RegistryStub registry, String... settings) {
        assertThat(new TestClients()
                        .client("https://" + registry.host(), settings)
                        .schemaById(1))
                .isEqualTo(Schema.create(Schema.Type.STRING));
    }

    private static void assertRefuses(RegistryStub registry, String... settings) {
        TestClients clients = new TestClients();
        assertThatThrownBy(() ->
                        clients.client("https://" + registry.host(), settings).schemaById(1))
                .isInstanceOf(SslAuthenticationException.class);
        assertThat(clients.pauses).as("asking again would not help").isEmpty();
        assertThat(registry.requests()).isEmpty();
    }
}

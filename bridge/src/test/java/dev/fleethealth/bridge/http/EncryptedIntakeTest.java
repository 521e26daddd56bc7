package dev.fleethealth.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleethealth.bridge.config.HttpSourceSettings;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.service.tls.TlsContext;
import dev.fleethealth.service.tls.TrustedCertificates;
import dev.fleethealth.testkit.tls.TestAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EncryptedIntakeTest {
    private final TestAuthority authority = TestAuthority.named("Plant CA");

    @TempDir
    private Path folder;

    @Test
    void shouldShowAReplacedCertificateFromTheNextConnectionOn() throws Exception {
        // Given
        BigInteger first = install(authority.issue("localhost")).getSerialNumber();
        HttpIntake http = HttpIntake.listen(settings(""), Map.of());
        try (AutoCloseable closing = http::close) {
            // When // Then
            assertThat(serial(http)).isEqualTo(first);

            // When
            Files.writeString(folder.resolve("key.pem"), "half replaced");
            // Then
            assertThat(serial(http)).isEqualTo(first);

            // When
            BigInteger second = install(authority.issue("localhost")).getSerialNumber();
            // Then
            assertThat(second).isNotEqualTo(first);
            assertThat(serial(http)).isEqualTo(second);
        }
    }

    @Test
    void shouldRefuseSendersWithoutACertificateWhenAnAuthorityIsGiven() throws Exception {
        // Given
        install(authority.issue("localhost"));
        HttpIntake http = HttpIntake.listen(settings(", ca: " + folder.resolve("ca.pem")), Map.of());

        try (AutoCloseable closing = http::close) {
            // When // Then
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> serial(http));
        }
    }

    @Test
    void shouldSayWhatIsMissingWhenThereIsNoCertificate() throws IOException {
        // Given
        install(authority.issue("localhost"));

        // When // Then
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read("{ca: " + folder.resolve("ca.pem") + "}"))
                .withMessageContaining("tls.certificate: required, expected the PEM file of the port's certificate");
    }

    private X509Certificate install(TestAuthority.Identity identity) throws IOException {
        identity.writeCertificate(folder.resolve("certificate.pem"));
        identity.writeKey(folder.resolve("key.pem"));
        authority.writeCertificate(folder.resolve("ca.pem"));
        return identity.certificate();
    }

    private HttpSourceSettings settings(String more) throws IOException {
        return read("{certificate: %1$s/certificate.pem, key: %1$s/key.pem%2$s}".formatted(folder, more));
    }

    private HttpSourceSettings read(String tls) throws IOException {
        return ConfigurationFile.read(
                Files.writeString(
                        folder.resolve("http.yaml"), "{name: hooks, port: 0, dialects: [emqx], tls: " + tls + "}"),
                HttpSourceSettings.class);
    }

    /** That of the certificate which a new connection sees. */
    private BigInteger serial(HttpIntake http) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(TlsContext.of(
                        Optional.of(TrustedCertificates.read(folder.resolve("ca.pem"))), Optional.empty()))
                .build();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + http.port() + "/"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        return ((X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0]).getSerialNumber();
    }
}

package dev.fleethealth.streams.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.fleethealth.service.tls.TlsContext;
import dev.fleethealth.service.tls.TrustedCertificates;
import dev.fleethealth.streams.query.SampleFleets;
import dev.fleethealth.testkit.tls.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EncryptedQueryTest {
    private final TestAuthority authority = TestAuthority.named("Plant CA");

    @TempDir
    private Path folder;

    @Test
    void shouldSpeakTlsWithTheGivenCertificate() throws Exception {
        try (RunningApi api = RunningApi.start(tls(""), fleets())) {
            assertThat(status(api, "https")).isEqualTo(200);
            assertThatIOException().isThrownBy(() -> status(api, "http"));
        }
    }

    @Test
    void shouldLetInOnlyThoseWithACertificateWhereAnAuthorityIsGiven() throws Exception {
        authority.writeCertificate(folder.resolve("ca.pem"));
        try (RunningApi api = RunningApi.start(tls("  ca: " + folder.resolve("ca.pem") + "\n"), fleets())) {
            assertThatIOException().isThrownBy(() -> status(api, "https"));
        }
    }

    private int status(RunningApi api, String scheme) throws IOException, InterruptedException {
        Path trusted = authority.writeCertificate(folder.resolve("trusted.pem"));
        HttpClient client = HttpClient.newBuilder()
                .sslContext(TlsContext.of(Optional.of(TrustedCertificates.read(trusted)), Optional.empty()))
                .build();
        URI uri = URI.create(scheme + "://localhost:" + api.port() + "/v1/fleets");
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private String tls(String more) throws IOException {
        TestAuthority.Identity identity = authority.issue("localhost");
        Path certificate = identity.writeCertificate(folder.resolve("certificate.pem"));
        Path key = identity.writeKey(folder.resolve("key.pem"));
        return RunningApi.GENEROUS + "tls:\n  certificate: " + certificate + "\n  key: " + key + "\n" + more;
    }

    private static SampleFleets fleets() {
        return new SampleFleets(InstantSource.fixed(RunningApi.NOW));
    }
}

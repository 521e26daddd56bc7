package dev.fleethealth.service.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleethealth.testkit.tls.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificateTest {
    private final TestAuthority authority = TestAuthority.named("authority");
    private final TestAuthority.Identity bridge = authority.issue("bridge");
    private final Path folder;
    private final Path certificate;
    private final Path key;

    OwnCertificateTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.certificate = bridge.writeCertificate(folder.resolve("bridge.pem"));
        this.key = bridge.writeKey(folder.resolve("bridge.key"));
    }

    @Test
    void shouldReadTheCertificateAndItsKey() {
        X509KeyManager manager =
                (X509KeyManager) OwnCertificate.read(certificate, key).getKeyManagers()[0];
        assertThat(manager.getCertificateChain("client")).containsExactly(bridge.certificate());
        assertThat(manager.getPrivateKey("client")).isEqualTo(bridge.keys().getPrivate());
    }

    @Test
    void shouldTrustAllAuthoritiesOfTheFileAndNoOthers() throws IOException {
        // Given
        TestAuthority second = TestAuthority.named("second");
        Path both = folder.resolve("both.pem");
        Files.writeString(
                both,
                Files.readString(authority.writeCertificate(folder.resolve("a")))
                        + Files.readString(second.writeCertificate(folder.resolve("b"))));

        // When
        X509TrustManager trusted =
                (X509TrustManager) TrustedCertificates.read(both).getTrustManagers()[0];

        // Then
        assertThat(Arrays.asList(trusted.getAcceptedIssuers()))
                .containsExactlyInAnyOrder(authority.certificate(), second.certificate());
    }

    @Test
    void shouldRefuseTheKeyOfAnotherCertificate() throws IOException {
        Path other = authority.issue("other").writeKey(folder.resolve("other.key"));
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(() -> OwnCertificate.read(certificate, other))
                .withMessage(other + " is not the key of the certificate in " + certificate);
    }

    @Test
    void shouldSayWhichFileIsWrong() {
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(() -> OwnCertificate.read(certificate, certificate))
                .withMessage(certificate + " holds no private key in PEM");
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(() -> OwnCertificate.read(key, key))
                .withMessage(key + " holds no certificate in PEM");
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(() -> TrustedCertificates.read(folder.resolve("none.pem")))
                .withMessage(folder.resolve("none.pem") + " cannot be read");
    }
}

package dev.fleethealth.service.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleethealth.testkit.tls.TestAuthority;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {
    private static final int RSA_HEAD = 26;

    @ParameterizedTest
    @CsvSource({"EC, 256", "EC, 384", "EC, 521", "RSA, 2048"})
    void shouldReadPkcs8(String algorithm, int size) throws Exception {
        PrivateKey key = generate(algorithm, size);
        assertThat(PrivateKeys.parse(TestAuthority.pem(key))).isEqualTo(key);
    }

    /** What {@code openssl ecparam -genkey} writes, with its parameters in front. */
    @ParameterizedTest
    @CsvSource({"256, 28", "384, 25", "521, 25"})
    void shouldReadTheOlderFormOfEcKeys(int size, int head) throws Exception {
        // Given
        PrivateKey key = generate("EC", size);
        byte[] pkcs8 = key.getEncoded();
        byte[] older = Arrays.copyOfRange(pkcs8, head, pkcs8.length);

        // When
        PrivateKey read =
                PrivateKeys.parse("-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                        + TestAuthority.pem("EC PRIVATE KEY", older));

        // Then
        assertThat(read).isEqualTo(key);
    }

    @Test
    void shouldReadTheOlderFormOfRsaKeys() throws Exception {
        PrivateKey key = generate("RSA", 2048);
        byte[] pkcs8 = key.getEncoded();
        byte[] older = Arrays.copyOfRange(pkcs8, RSA_HEAD, pkcs8.length);
        assertThat(PrivateKeys.parse(TestAuthority.pem("RSA PRIVATE KEY", older)))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----\n"
            })
    void shouldSayThatAKeyNeedsAPassphrase(String pem) {
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(() -> PrivateKeys.parse(pem))
                .withMessage("holds a private key with a passphrase, expected one without");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY"})
    void shouldRefuseWhatIsNoKeyWithoutShowingIt(String label) {
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(
                        () -> PrivateKeys.parse(TestAuthority.pem(label, new byte[] {'s', 'e', 'c', 'r', 'e', 't'})))
                .withMessage("holds no EC or RSA private key that can be read");
    }

    private static PrivateKey generate(String algorithm, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair().getPrivate();
    }
}

package dev.fleethealth.bridge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fleethealth.service.tls.InvalidPemException;
import dev.fleethealth.testkit.tls.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenIssuerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.700Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"ECDSA, EC, 256, SHA256withECDSAinP1363Format", "RSA, RSA, 2048, SHA256withRSA"})
    void shouldSignWhatTheTokenSays(TokenAlgorithm algorithm, String keyType, int size, String signatureName)
            throws Exception {
        // Given
        KeyPair keys = generate(keyType, size);

        // When
        Token token = issuer(algorithm, keys, Optional.empty()).issue(NOW);

        // Then
        String[] parts = token.text().split("\\.", -1);
        Signature signature = Signature.getInstance(signatureName);
        signature.initVerify(keys.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(json(parts[0])).isEqualTo(JSON.readTree("""
                {"alg": "%s", "typ": "JWT"}""".formatted(algorithm)));
        assertThat(json(parts[1])).isEqualTo(JSON.readTree("""
                {"aud": "plant", "iat": 1795168800, "exp": 1795169400}"""));
        assertThat(token.expiresAt()).isEqualTo("2026-11-20T10:10:00Z");
    }

    @Test
    void shouldNameTheKeyWhereAsked() throws Exception {
        Token token = issuer(TokenAlgorithm.ECDSA, generate("EC", 256), Optional.of("key-7"))
                .issue(NOW);
        assertThat(json(token.text().split("\\.")[0]).path("kid").asText()).isEqualTo("key-7");
    }

    @Test
    void shouldNotShowItself() throws Exception {
        Token token = issuer(TokenAlgorithm.ECDSA, generate("EC", 256), Optional.empty())
                .issue(NOW);
        assertThat(token).hasToString("Token[****, expiresAt=2026-11-20T10:10:00Z]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ECDSA | EC  | 384  | holds no key for ES256, expected an EC private key on the curve P-256
            ECDSA | RSA | 2048 | holds no key for ES256, expected an EC private key on the curve P-256
            RSA   | EC  | 256  | holds no key for RS256, expected an RSA private key of at least 2048 bits
            RSA   | RSA | 1024 | holds no key for RS256, expected an RSA private key of at least 2048 bits
            """)
    void shouldRefuseAKeyOfAnotherKind(TokenAlgorithm algorithm, String keyType, int size, String expected)
            throws Exception {
        String pem = TestAuthority.pem(generate(keyType, size).getPrivate());
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(() -> algorithm.key(pem))
                .withMessage(expected);
    }

    private static TokenIssuer issuer(TokenAlgorithm algorithm, KeyPair keys, Optional<String> keyId) {
        return new TokenIssuer(
                algorithm, keys.getPrivate(), keyId, Map.of("aud", TextNode.valueOf("plant")), Duration.ofMinutes(10));
    }

    private static KeyPair generate(String algorithm, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static JsonNode json(String part) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }
}

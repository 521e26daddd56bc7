package dev.fleethealth.demo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String CLIENT_ID = "meters@@@001";

    private final KeyPair keys = Es256.newKeyPair();
    private final TokenIssuer issuer = new TokenIssuer(keys.getPrivate(), InstantSource.fixed(NOW));

    @Test
    void shouldGiveClaimsWhenTokenIsValid() {
        // Given
        String token = issuer.issue(CLIENT_ID, LIFETIME);

        // When
        Claims claims = verifierAt(NOW).verify(token, CLIENT_ID);

        // Then
        assertThat(claims)
                .isEqualTo(new Claims(
                        CLIENT_ID, NOW.getEpochSecond(), NOW.plus(LIFETIME).getEpochSecond()));
        assertThat(claims.expiresAt()).isEqualTo(NOW.plus(LIFETIME));
    }

    @Test
    void shouldLetInUntilLastMillisecondBeforeExpiry() {
        // Given
        String token = issuer.issue(CLIENT_ID, LIFETIME);

        // When
        Claims claims = verifierAt(NOW.plus(LIFETIME).minusMillis(1)).verify(token, CLIENT_ID);

        // Then
        assertThat(claims.subject()).isEqualTo(CLIENT_ID);
    }

    @Test
    void shouldRefuseWhenTokenExpiresNow() {
        // Given
        String token = issuer.issue(CLIENT_ID, LIFETIME);

        // When // Then
        assertThatThrownBy(() -> verifierAt(NOW.plus(LIFETIME)).verify(token, CLIENT_ID))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessage("the token has expired");
    }

    @Test
    void shouldRefuseWhenTokenIsFromFuture() {
        // Given
        String token = issuer.issue(CLIENT_ID, LIFETIME);
        Instant tooEarly = NOW.minus(TokenVerifier.CLOCK_SKEW).minusMillis(1);

        // When // Then
        assertThatThrownBy(() -> verifierAt(tooEarly).verify(token, CLIENT_ID))
                .hasMessage("the token was issued in the future");
    }

    @Test
    void shouldRefuseWhenTokenBelongsToAnotherClient() {
        // Given
        String token = issuer.issue(CLIENT_ID, LIFETIME);

        // When // Then
        assertThatThrownBy(() -> verifierAt(NOW).verify(token, "meters@@@002"))
                .hasMessage("the token was issued to another client");
    }

    @Test
    void shouldRefuseWhenAnotherKeySigned() {
        // Given
        TokenIssuer stranger = new TokenIssuer(Es256.newKeyPair().getPrivate(), InstantSource.fixed(NOW));

        // When // Then
        assertThatThrownBy(() -> verifierAt(NOW).verify(stranger.issue(CLIENT_ID, LIFETIME), CLIENT_ID))
                .hasMessage("the signature does not match");
    }

    @Test
    void shouldRefuseWhenClaimsWereChanged() {
        // Given
        String[] parts = issuer.issue(CLIENT_ID, LIFETIME).split("\\.", -1);
        String forged = parts[0] + "." + encode("{\"sub\":\"admin\",\"iat\":0,\"exp\":9999999999}") + "." + parts[2];

        // When // Then
        assertThatThrownBy(() -> verifierAt(NOW).verify(forged, "admin")).hasMessage("the signature does not match");
    }

    @Test
    void shouldRefuseWhenAlgorithmIsNone() {
        // Given
        String unsigned =
                encode("{\"alg\":\"none\"}") + "." + encode("{\"sub\":\"a\",\"iat\":0,\"exp\":9999999999}") + ".";

        // When // Then
        assertThatThrownBy(() -> verifierAt(NOW).verify(unsigned, "a")).hasMessage("the algorithm is not ES256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "..", "a.b.c", "e30.e30.e30", "e30.e30.\u00e9"})
    void shouldRefuseWhenTextIsNoToken(String text) {
        // When // Then
        assertThatThrownBy(() -> verifierAt(NOW).verify(text, CLIENT_ID)).isInstanceOf(InvalidTokenException.class);
    }

    private TokenVerifier verifierAt(Instant now) {
        return new TokenVerifier(Es256.publicKey(Es256.toText(keys.getPublic())), InstantSource.fixed(now));
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}

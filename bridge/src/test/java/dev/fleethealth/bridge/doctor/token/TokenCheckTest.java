package dev.fleethealth.bridge.doctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Outcome;
import dev.fleethealth.bridge.doctor.Target;
import dev.fleethealth.bridge.doctor.Targets;
import dev.fleethealth.bridge.security.TokenAlgorithm;
import dev.fleethealth.bridge.security.TokenIssuer;
import dev.fleethealth.testkit.tls.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String DEVICE = "projects/plant/locations/eu/registries/pumps/devices/one";
    private static final Target CLEARBLADE = Targets.of("broker", DEVICE, "clearblade");

    private final KeyPair keys = TestAuthority.newKeys();

    @Test
    void shouldFindNothingWrongWithAGoodToken() {
        // When
        List<Finding> findings = examine(token("plant", Duration.ofHours(1), NOW), Optional.of(keys));

        // Then
        assertThat(findings).hasSize(4).noneMatch(Finding::isTrouble);
        assertThat(findings).anyMatch(finding -> finding.found().contains("made by the registered key"));
    }

    @ParameterizedTest
    @CsvSource({
        "plant, 3600,  -3601,  token-times,    expired at 2026-11-20T11:59:59Z",
        "plant, 3600,  -3600,  token-times,    expired at 2026-11-20T12:00:00Z",
        "plant, 3600,   601,   token-times,    issued in the future",
        "plant, 86401,  0,     token-times,    to hold for 1440 min",
        "other, 3600,   0,     token-audience, expected \"plant\"",
    })
    void shouldNameTheClaimThatIsWrong(String audience, long lifetime, long issued, String check, String found) {
        // When
        List<Finding> findings =
                examine(token(audience, Duration.ofSeconds(lifetime), NOW.plusSeconds(issued)), Optional.empty());

        // Then
        assertThat(findings).filteredOn(Finding::isTrouble).singleElement().satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(finding.check()).isEqualTo(check);
            assertThat(finding.found()).contains(found);
            assertThat(finding.advice()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({"3600, 600", "86400, 0", "3600, -3599"})
    void shouldTakeATokenAtTheVeryLimit(long lifetime, long issued) {
        String token = token("plant", Duration.ofSeconds(lifetime), NOW.plusSeconds(issued));

        assertThat(examine(token, Optional.of(keys))).noneMatch(Finding::isTrouble);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | the token is empty",
                "abc                   | 1 parts",
                "a.b.c.d               | 4 parts",
                "'YWJj.YWJj.YWJj\n'    | line break",
                "a+b.YWJj.YWJj         | header is in base64 of the standard alphabet",
                "YWJj.a/b.YWJj         | payload is in base64 of the standard alphabet",
                "YWJj.YWJj.YWI=        | signature ends with =",
                "YWJj.YWJj.            | signature is empty",
                "YW%j.YWJj.YWJj        | header is empty or holds characters",
                "YWJj.YWJj.YWJj        | no JSON object",
            })
    void shouldSayWhyATextIsNoToken(String text, String found) {
        assertThat(examine(text, Optional.empty())).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo("token-form");
            assertThat(finding.found()).contains(found);
        });
    }

    @Test
    void shouldTellASignatureInDerFromOneThatIsCutOff() {
        String der = signedBy("{\"alg\":\"ES256\"}", derSignature());
        String cut = signedBy("{\"alg\":\"ES256\"}", new byte[40]);

        assertThat(signatureAdvice(der)).contains("It is in DER");
        assertThat(signatureAdvice(cut)).contains("cut off");
    }

    @Test
    void shouldRefuseAlgorithmsThatNeedNoDeviceKey() {
        for (String algorithm : List.of("none", "HS256", "es256")) {
            assertThat(signatureAdvice(signedBy("{\"alg\":\"" + algorithm + "\"}", new byte[64])))
                    .contains("Sign with the device's private key");
        }
    }

    @Test
    void shouldSeeThatAnotherKeySigned() {
        // When
        List<Finding> findings =
                examine(token("plant", Duration.ofHours(1), NOW), Optional.of(TestAuthority.newKeys()));

        // Then
        assertThat(findings).filteredOn(Finding::isTrouble).singleElement().satisfies(finding -> assertThat(
                        finding.found())
                .contains("not made by the registered key"));
    }

    @Test
    void shouldSeeMilliseconds() {
        String claims = "{\"iat\":1763640000000,\"exp\":1763643600000,\"aud\":\"plant\"}";

        assertThat(examine(signed("{\"alg\":\"ES256\"}", claims, new byte[64]), Optional.empty()))
                .anyMatch(finding -> finding.found().contains("counts milliseconds"));
    }

    @Test
    void shouldCompareClocks() {
        assertThat(ClockCheck.judge(NOW, NOW.minusSeconds(60)).outcome()).isEqualTo(Outcome.OK);
        assertThat(ClockCheck.judge(NOW, NOW.minusSeconds(61)).outcome()).isEqualTo(Outcome.WARNING);
        assertThat(ClockCheck.judge(NOW, NOW.plusSeconds(600)).outcome()).isEqualTo(Outcome.WARNING);
        assertThat(ClockCheck.judge(NOW, NOW.plusSeconds(601)))
                .isEqualTo(Finding.failed(
                        "clock",
                        "this clock is 601 s behind the broker's host",
                        "Set the clock by NTP: tokens made by a wrong clock are refused (ClearBlade allows 10 min)."));
    }

    private String signatureAdvice(String token) {
        return examine(token, Optional.empty()).stream()
                .filter(finding -> finding.check().equals("token-signature"))
                .map(Finding::advice)
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> examine(String text, Optional<KeyPair> registered) {
        return new TokenCheck(CLEARBLADE, NOW, registered.map(KeyPair::getPublic)).examine(text, Optional.empty());
    }

    private String token(String audience, Duration lifetime, Instant issued) {
        Map<String, JsonNode> claims = Map.of("aud", new TextNode(audience));
        return new TokenIssuer(TokenAlgorithm.ECDSA, keys.getPrivate(), Optional.empty(), claims, lifetime)
                .issue(issued)
                .text();
    }

    private static String signedBy(String header, byte[] signature) {
        return signed(header, "{}", signature);
    }

    private static String signed(String header, String claims, byte[] signature) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(signature);
    }

    private static byte[] derSignature() {
        byte[] der = new byte[71];
        der[0] = 0x30;
        return der;
    }
}

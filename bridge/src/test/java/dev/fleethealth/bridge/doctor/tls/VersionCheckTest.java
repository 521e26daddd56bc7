package dev.fleethealth.bridge.doctor.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Outcome;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionCheckTest {

    @ParameterizedTest
    @CsvSource({
        "REFUSED,  REFUSED,  ACCEPTED, ACCEPTED, OK,      'TLS 1.2, TLS 1.3, none older'",
        "REFUSED,  REFUSED,  ACCEPTED, REFUSED,  OK,      'TLS 1.2, none older'",
        "ACCEPTED, ACCEPTED, ACCEPTED, REFUSED,  WARNING, 'TLS 1.0, TLS 1.1, TLS 1.2'",
        "REFUSED,  ACCEPTED, REFUSED,  REFUSED,  FAILED,  only TLS 1.1",
        "RESET,    RESET,    RESET,    RESET,    FAILED,  reset during the ClientHello",
        "REFUSED,  REFUSED,  RESET,    REFUSED,  FAILED,  reset during the ClientHello",
        "SILENT,   SILENT,   SILENT,   SILENT,   FAILED,  no ClientHello is answered",
        "REFUSED,  REFUSED,  REFUSED,  REFUSED,  FAILED,  refuses every TLS version",
        "OTHER_PROTOCOL, OTHER_PROTOCOL, OTHER_PROTOCOL, OTHER_PROTOCOL, FAILED, does not speak TLS",
    })
    void shouldSayWhatTheAnswersMean(
            Answer tls10, Answer tls11, Answer tls12, Answer tls13, Outcome expected, String found) {
        // Given
        Map<TlsVersion, Answer> answers = new EnumMap<>(Map.of(
                TlsVersion.TLS_1_0, tls10,
                TlsVersion.TLS_1_1, tls11,
                TlsVersion.TLS_1_2, tls12,
                TlsVersion.TLS_1_3, tls13));

        // When
        Finding finding = VersionCheck.judge(answers);

        // Then
        assertThat(finding.outcome()).isEqualTo(expected);
        assertThat(finding.found()).contains(found);
    }
}

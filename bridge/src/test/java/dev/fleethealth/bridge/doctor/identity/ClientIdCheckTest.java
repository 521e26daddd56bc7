package dev.fleethealth.bridge.doctor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Outcome;
import dev.fleethealth.bridge.doctor.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientIdCheckTest {

    @ParameterizedTest
    @CsvSource({
        "'', anything at all,                                         OK",
        "clearblade, projects/p/locations/r/registries/g/devices/d,   OK",
        "clearblade, projects/p/locations/r/registries/g/device/d,    FAILED",
        "clearblade, projects/p/locations/r/registries/g/devices/,    FAILED",
        "clearblade, d,                                               FAILED",
        "apsaramq,   GID_pumps@@@0001,                                OK",
        "apsaramq,   GID_pumps@@0001,                                 FAILED",
        "apsaramq,   GID@@@00000000000000000000000000000000000000000000000000000000001,  FAILED",
        "apsaramq,   GID@@@0000000000000000000000000000000000000000000000000000000001,   OK",
        "aws-iot,    pump-1,                                          OK",
        "aws-iot,    pump+1,                                          WARNING",
        "aws-iot,    '',                                              FAILED",
        "tdmq,       abcdefghijklmnopqrstuvw,                         OK",
        "tdmq,       abcdefghijklmnopqrstuvwx,                        WARNING",
        "tdmq,       pump-1,                                          WARNING",
    })
    void shouldHoldTheIdAgainstTheVendorsRule(String dialect, String clientId, Outcome expected) {
        // When
        Finding finding = ClientIdCheck.examine(Targets.of("broker", clientId, dialect));

        // Then
        assertThat(finding.outcome()).isEqualTo(expected);
        assertThat(finding.advice().isEmpty()).isEqualTo(expected == Outcome.OK);
    }

    @Test
    void shouldRefuseWhatMqttCannotCarry() {
        assertThat(ClientIdCheck.examine(Targets.of("broker", "a\0b", "")).outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(ClientIdCheck.examine(Targets.of("broker", "ä".repeat(32_768), ""))
                        .outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(ClientIdCheck.examine(Targets.of("broker", "ä".repeat(32_767), ""))
                        .outcome())
                .isEqualTo(Outcome.OK);
    }
}

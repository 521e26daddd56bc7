package dev.fleethealth.bridge.dialect.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {

    @ParameterizedTest
    @CsvSource({
        "1.4.15,V1_6",
        "1.6.15,V1_6",
        "2.0,V2_0",
        "2.0.22,V2_0",
        "2.0.22-dev,V2_0",
        "2.1.0rc2,V2_1",
        "2.1.2,V2_1",
        "2.10.0,V2_1",
        "2,V2_1",
        "3.0,V2_1"
    })
    void shouldGoByMajorAndMinorVersion(String version, Grammar grammar) {
        assertThat(Grammar.of(version)).contains(grammar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "2.x", "v2.0", ".", "2.", "99999.1", "-1"})
    void shouldSayWhatWasExpectedWhenTheConfiguredVersionIsNone(String version) {
        assertThatThrownBy(() -> Lines.dialect(version))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a version of Mosquitto such as 2.0.22, was \"" + version + '"');
    }
}

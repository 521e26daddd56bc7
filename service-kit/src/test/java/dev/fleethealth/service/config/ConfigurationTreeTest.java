package dev.fleethealth.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigurationTreeTest {
    record Window(
            @Default("60s") Duration length, @Default("10") int threshold) {}

    record Detector(@Default("true") boolean enabled, Window window) {}

    @Test
    void shouldReplaceOnlyWhatTheOverridesName() {
        // Given
        Detector defaults = new Detector(false, new Window(Duration.ofSeconds(5), 3));

        // When
        Detector merged = ConfigurationTree.merge(defaults, YamlText.parse("window: {threshold: 4}"), "detectors.a");

        // Then
        assertThat(merged).isEqualTo(new Detector(false, new Window(Duration.ofSeconds(5), 4)));
    }

    @Test
    void shouldNameTheWholePathWhenAnOverrideIsWrong() {
        Detector defaults = ConfigurationTree.defaults(Detector.class);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> ConfigurationTree.merge(defaults, YamlText.parse("window: {treshold: 4}"), "detectors.a"))
                .withMessage("detectors.a.window.treshold: unknown key, did you mean threshold?");
    }

    @Test
    void shouldMakeARecordOfItsDefaults() {
        assertThat(ConfigurationTree.defaults(Detector.class))
                .isEqualTo(new Detector(true, new Window(Duration.ofSeconds(60), 10)));
    }
}

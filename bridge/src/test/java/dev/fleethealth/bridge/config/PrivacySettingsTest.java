package dev.fleethealth.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleethealth.schemas.privacy.Treatment;
import dev.fleethealth.service.config.ConfigurationTree;
import dev.fleethealth.service.config.InvalidSettingException;
import dev.fleethealth.service.config.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivacySettingsTest {

    @Test
    void shouldKeepAllUnlessAskedOtherwise() {
        assertThat(ConfigurationTree.defaults(PrivacySettings.class))
                .isEqualTo(new PrivacySettings(Treatment.KEEP, Treatment.KEEP, Optional.empty()));
    }

    @Test
    void shouldRefuseAShortKey() {
        Optional<Secret> key = Optional.of(new Secret("guess"));
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new PrivacySettings(Treatment.HASH, Treatment.KEEP, key))
                .withMessageContaining("expected at least 16 characters")
                .withMessageNotContaining("guess");
    }
}

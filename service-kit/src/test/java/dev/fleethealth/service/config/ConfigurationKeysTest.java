package dev.fleethealth.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fleethealth.service.config.ConfigurationKeys.Key;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationKeysTest {
    @Test
    void shouldListKeysAsTheFileHasThem() {
        assertThat(ConfigurationKeys.of(Root.class))
                .extracting(Key::path, Key::absent, Key::component)
                .containsExactly(
                        tuple("longest-wait", "90s", "longestWait"),
                        tuple("pets", "empty", "pets"),
                        tuple("pets[](dog).name", "required", "name"),
                        tuple("pets[](cat).password", "none", "password"),
                        tuple("limits", "empty", "limits"),
                        tuple("limits.*.most", "required", "most"));
    }

    @Test
    void shouldSayWhatIsExpectedAsErrorsDo() {
        assertThat(ConfigurationKeys.of(Root.class))
                .extracting(Key::expected)
                .containsExactly(
                        DurationText.EXPECTED,
                        "a list: a mapping",
                        "text",
                        SecretReferences.EXPECTED,
                        "a mapping of names to a mapping",
                        "a whole number");
    }

    private record Root(@Default("90s") Duration longestWait, List<Pet> pets, Map<String, Limit> limits) {}

    private sealed interface Pet permits Dog, Cat {}

    @TypeName("dog")
    private record Dog(String name) implements Pet {}

    @TypeName("cat")
    private record Cat(Optional<Secret> password) implements Pet {}

    private record Limit(int most) {}
}

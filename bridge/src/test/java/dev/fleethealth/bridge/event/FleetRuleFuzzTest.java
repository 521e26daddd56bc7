package dev.fleethealth.bridge.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.fleethealth.bridge.fuzz.ProcessorTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Client ids are hostile, expressions are at worst wrong: a fleet's name, none, or a clear error. */
class FleetRuleFuzzTest {
    private static final List<FleetRule> RULES = Stream.of(
                    "^(?<fleet>[a-z]+)-",
                    "(?<fleet>(a+)+)b$",
                    "^(?<fleet>.*)/.*/(x|xx|xxx)*y$",
                    "(?i)plant:(?<fleet>\\S+)")
            .map(regex -> FleetRule.of(FleetRule.Subject.CLIENT_ID, regex))
            .toList();

    static Stream<byte[]> clientIds() {
        return Stream.of(
                        "projects/p/locations/r/registries/reg/devices/d",
                        "group@@@device",
                        "pumps-1",
                        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                        "plant:é\u202e/xxxxxxxxxxxxxxx")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("clientIds")
    @FuzzTest
    void clientId(byte[] input) {
        String clientId = new String(input, StandardCharsets.UTF_8);

        for (FleetRule rule : RULES) {
            checkName(ProcessorTime.within(Duration.ofMillis(100), () -> rule.fleetOf(clientId)));
        }
        checkName(ProcessorTime.within(Duration.ofMillis(100), () -> BuiltInFleets.of(clientId)));
    }

    static Stream<byte[]> expressions() {
        return Stream.of("^(?<fleet>[a-z]+)-\npumps-1", "(?<fleet>a{2,5}|\\p{L}*?)$\naaa", "(((\nx")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("expressions")
    @FuzzTest
    void expression(byte[] input) {
        String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 2);
        try {
            checkName(FleetRule.of(FleetRule.Subject.CLIENT_ID, parts[0]).fleetOf(parts[parts.length - 1]));
        } catch (IllegalArgumentException wrong) {
            assertThat(wrong).hasMessageContaining("expected a regular expression");
        }
    }

    private static void checkName(Optional<String> fleet) {
        fleet.ifPresent(name -> {
            assertThat(name).isNotBlank();
            assertThat(name.chars()).noneMatch(Character::isISOControl);
        });
    }
}

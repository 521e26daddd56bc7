package dev.fleethealth.streams.scenario;

import dev.fleethealth.schemas.Alert;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario raises exactly the alerts that it names. */
class ScenarioTest {

    static List<Named<Path>> scenarios() {
        return ScenarioFile.all().stream()
                .map(file -> Named.of(
                        ScenarioFile.FOLDER.relativize(file) + ": "
                                + ScenarioFile.read(file).about(),
                        file))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void shouldRaiseWhatTheScenarioNames(Path file) {
        // Given
        Scenario scenario = ScenarioFile.read(file);

        // When
        List<Alert> alerts = Run.of(scenario.arriving(), scenario.config());

        // Then
        List<String> detectors = scenario.detectors() == null
                ? List.of(file.getParent().getFileName().toString())
                : scenario.detectors();
        Timeline.of(alerts, detectors).check(scenario.expected());
    }
}

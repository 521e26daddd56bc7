package dev.fleethealth.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.policy.DetectionPolicy;
import dev.fleethealth.streams.policy.IgnoreList.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/tuning.md shows can be written into a file, and means what the page says. */
class TuningPageTest {
    private static final Path PAGE = Path.of("../docs/tuning.md");
    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    static List<String> blocks() throws IOException {
        return YAML_BLOCK
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void shouldAcceptEveryBlockAndWhatItPrintsOfIt(String yaml) throws IOException {
        // When
        ProgramConfiguration configuration = read(yaml);

        // Then
        assertThat(configuration.print())
                .isNotEqualTo(ProgramConfiguration.load(Optional.empty()).print());
        assertThat(read(configuration.print()).print()).isEqualTo(configuration.print());
    }

    @Test
    void shouldHoldForTheFleetsThatThePageNames() throws IOException {
        // When
        DetectionPolicy policy = policyOf("fleets:");

        // Then
        assertThat(idsIn("lab-3", policy)).doesNotContain("mass-disconnect", "keepalive-timeout");
        assertThat(idsIn("plant-7", policy)).contains("mass-disconnect", "keepalive-timeout");
        assertThat(shownIn("meters-south", "reconnection-storm", policy)).contains("shareOfPopulation=0.6");
        assertThat(shownIn("pilot-plant", "mass-disconnect", policy)).contains("devices=5", "shareOfOnline=0.3");
        assertThat(shownIn("plant-7", "mass-disconnect", policy)).contains("devices=30", "shareOfOnline=0.2");
    }

    @Test
    void shouldRestWhenThePageSaysSo() throws IOException {
        // When
        DetectionPolicy policy = policyOf("maintenance:");

        // Then
        Instant inTheNightWork = Instant.parse("2026-12-01T21:30:00Z");
        assertThat(policy.of("plant-7").maintenanceOf("takeover-loop").isOn(inTheNightWork))
                .isTrue();
        assertThat(policy.of("plant-8").maintenanceOf("takeover-loop").isOn(inTheNightWork))
                .isFalse();
        Instant thursday = Instant.parse("2026-12-03T02:30:00Z");
        assertThat(policy.of("plant-8").maintenanceOf("mass-disconnect").endAt(thursday))
                .hasValue(Instant.parse("2026-12-03T02:45:00Z"));
        assertThat(policy.of("plant-8").maintenanceOf("takeover-loop").isOn(thursday))
                .isFalse();
    }

    @Test
    void shouldIgnoreWhatThePageSays() throws IOException {
        // When
        DetectionPolicy policy = policyOf("ignore:");

        // Then
        assertThat(policy.ignored().reasonFor(event("health-12", "192.0.2.9"))).hasValue(Reason.CLIENT_ID);
        assertThat(policy.ignored().reasonFor(event("d1", "10.20.3.4"))).hasValue(Reason.ADDRESS);
        assertThat(policy.ignored().reasonFor(event("d1", "192.0.2.9"))).isEmpty();
    }

    private DetectionPolicy policyOf(String section) throws IOException {
        String block = blocks().stream()
                .filter(yaml -> yaml.contains(section))
                .findFirst()
                .orElseThrow();
        return read(block).detection().policy();
    }

    private static List<String> idsIn(String fleet, DetectionPolicy policy) {
        return policy.of(fleet).detectors().stream().map(Detector::id).toList();
    }

    private static String shownIn(String fleet, String detector, DetectionPolicy policy) {
        return policy.of(fleet).detector(detector).orElseThrow().toString();
    }

    private static ConnectionEvent event(String clientId, String address) {
        return ConnectionEvent.newBuilder()
                .setEventId("1")
                .setType(EventType.CONNECTED)
                .setSource("emqx")
                .setFleet("fleet")
                .setClientId(clientId)
                .setPeerAddress(address)
                .setOccurredAt(Instant.EPOCH)
                .setReceivedAt(Instant.EPOCH)
                .build();
    }

    private ProgramConfiguration read(String yaml) throws IOException {
        return ProgramConfiguration.load(Optional.of(Files.writeString(directory.resolve("streams.yaml"), yaml)));
    }
}

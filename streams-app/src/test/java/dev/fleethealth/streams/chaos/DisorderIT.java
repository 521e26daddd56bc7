package dev.fleethealth.streams.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Row 12 of docs/reliability.md: events come far later than grace allows, and a tenth of the devices have wrong clocks. */
@Tag("chaos")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DisorderIT {
    private static final int FLEETS = ChaosSize.pick(6, 200);
    private static final long SEED = 20;

    @TempDir
    private Path directory;

    @Test
    void shouldFindTheSameIncidentsWhenEventsAreLateAndClocksAreWrong() throws Exception {
        // Given
        List<ConnectionEvent> events =
                Incidents.of(FLEETS).once(Instant.parse("2026-11-20T08:00:00Z")).toList();
        // When
        Set<String> expected = incidents(events, "ordered");
        Set<String> found = incidents(new Disorder(SEED).of(events), "disordered");
        // Then
        Set<String> right = new HashSet<>(expected);
        right.retainAll(found);
        double recall = 100.0 * right.size() / expected.size();
        double precision = 100.0 * right.size() / found.size();
        new Figure(
                        "12",
                        "up to 60 s late in any order, clocks of 10 % of the devices 10 min off",
                        "%,d events of %,d devices, %d incidents well above their thresholds, as many fleets well below"
                                .formatted(events.size(), FLEETS * Incidents.DEVICES, expected.size()),
                        "recall 100 %, precision ≥ 99 %",
                        "recall %.1f %%, precision %.1f %%".formatted(recall, precision))
                .write();
        assertThat(expected).hasSize(FLEETS / 2 * Incidents.EACH);
        assertThat(found).as("found").containsAll(expected);
        found.removeAll(expected);
        assertThat(precision).as("surplus: " + found).isGreaterThanOrEqualTo(99);
    }

    private Set<String> incidents(List<ConnectionEvent> arriving, String name) throws IOException {
        String lines = arriving.stream().map(CanonicalJson::write).collect(Collectors.joining("\n"));
        Path recording = Files.writeString(directory.resolve(name), lines);
        return Model.of(Optional.empty(), recording).stream()
                .map(Alert::getDedupKey)
                .collect(Collectors.toSet());
    }
}

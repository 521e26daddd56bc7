package dev.fleethealth.streams.query.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.DeviceName;
import dev.fleethealth.streams.query.Diagnosis;
import dev.fleethealth.streams.query.Freshness;
import dev.fleethealth.streams.query.SampleFleets;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.Timeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SupportBundleTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String KEY = "a key of this bundle";

    private final SampleFleets fleets = new SampleFleets(InstantSource.fixed(NOW));

    @Test
    void shouldHoldWhatSupportAsksFor() throws IOException {
        // When
        SupportBundle bundle = SupportBundle.of(content(SampleFleets.CLEARBLADE_DEVICE), KEY);
        Map<String, String> files = unzip(bundle.zip());

        // Then
        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "device.json",
                        "timeline.json",
                        "timeline.csv",
                        "diagnosis.json",
                        "diagnosis.txt",
                        "alerts.json",
                        "changes.json",
                        "detectors.yaml");
        JsonNode device = json(files, "device.json");
        assertThat(device.path("project").asText()).isEqualTo("acme");
        assertThat(device.path("region").asText()).isEqualTo("europe-west1");
        assertThat(device.path("registry").asText()).isEqualTo("pumps");
        assertThat(device.path("device").asText()).isEqualTo("pump-7");
        assertThat(device.path("troubleAt").asText()).isEqualTo("2026-11-20T11:30:00Z");
        assertThat(files.get("README.txt")).contains("europe-west1", "2026-11-20T11:30:00Z (UTC)");
        assertThat(files.get("diagnosis.txt")).contains("2026-11-20T11:30:00Z (UTC)", "× reason ");
        assertThat(json(files, "timeline.json").path("events").size())
                .isEqualTo(files.get("timeline.csv").lines().count() - 1)
                .isPositive();
        assertThat(files.get("detectors.yaml")).isEqualTo("detectors of pumps\n");
    }

    @Test
    void shouldNotTellAddressesNorUserNames() throws IOException {
        // Given
        BundleContent content = content(SampleFleets.TAKEN_OVER_DEVICE);

        // When
        Map<String, String> files = unzip(SupportBundle.of(content, KEY).zip());

        // Then
        String all = String.join("\n", files.values());
        assertThat(all).doesNotContain(SampleFleets.USER_NAME, "203.0.113.");
        assertThat(content.timeline().events())
                .extracting(ConnectionEvent::getUsername)
                .contains(SampleFleets.USER_NAME);
    }

    @Test
    void shouldLeaveSentencesOfOursAsTheyAreWhenAUserIsCalledAsOneOfTheirWords() throws IOException {
        // Given
        BundleContent content = content(SampleFleets.TAKEN_OVER_DEVICE);
        List<ConnectionEvent> events = content.timeline().events().stream()
                .map(event ->
                        ConnectionEvent.newBuilder(event).setUsername("client").build())
                .toList();
        Timeline timeline = new Timeline(content.timeline().device(), events, List.of(), true);
        BundleContent named = new BundleContent(
                content.at(),
                content.made(),
                timeline,
                content.diagnosis(),
                content.alerts(),
                content.freshness(),
                content.detectors());

        // When
        Map<String, String> files = unzip(SupportBundle.of(named, KEY).zip());

        // Then
        assertThat(json(files, "diagnosis.json").path("advice").asText())
                .isEqualTo(content.diagnosis().advice());
        assertThat(files.get("timeline.csv")).doesNotContain("\"client\"");
    }

    @Test
    void shouldTellEqualValuesApartFromOthersWithinABundleOnly() throws IOException {
        // Given
        BundleContent content = content(SampleFleets.TAKEN_OVER_DEVICE);

        // When
        JsonNode events = json(unzip(SupportBundle.of(content, KEY).zip()), "timeline.json")
                .path("events");
        JsonNode others = json(unzip(SupportBundle.of(content, "another key").zip()), "timeline.json")
                .path("events");

        // Then
        assertThat(events.findValuesAsText("username").stream().distinct()).hasSize(1);
        assertThat(events.findValuesAsText("peerAddress").stream().distinct()).hasSizeGreaterThan(10);
        assertThat(events.findValuesAsText("peerAddress"))
                .doesNotContainAnyElementsOf(others.findValuesAsText("peerAddress"));
    }

    @Test
    void shouldSayWhatChangedFromConnectionToConnection() throws IOException {
        // When
        JsonNode changes = json(
                unzip(SupportBundle.of(content(SampleFleets.TAKEN_OVER_DEVICE), KEY)
                        .zip()),
                "changes.json");

        // Then
        assertThat(changes.findValuesAsText("what")).contains("address", "node").doesNotContain("keepAliveSeconds");
        for (JsonNode change : changes) {
            assertThat(change.path("before")).isNotEqualTo(change.path("after"));
        }
    }

    @Test
    void shouldHaveAPlainFileNameWhateverTheIdIs() {
        assertThat(SupportBundle.of(content(SampleFleets.HOSTILE_DEVICE), KEY).fileName())
                .isEqualTo("fleet-health-_img_src_x_onerror_alert_1__-20261120T120000Z.zip");
        assertThat(SupportBundle.of(content("x".repeat(300)), KEY).fileName()).hasSizeLessThan(100);
    }

    @Test
    void shouldMarkWhatASpreadsheetWouldTakeForAFormula() {
        // Given
        ConnectionEvent event = ConnectionEvent.newBuilder(content(SampleFleets.CLEARBLADE_DEVICE)
                        .timeline()
                        .events()
                        .get(0))
                .setRawReason("=HYPERLINK(\"http://evil\")")
                .build();

        // When // Then
        assertThat(EventTable.of(List.of(event))).contains(",\"'=HYPERLINK(\"\"http://evil\"\")\",");
    }

    private BundleContent content(String id) {
        DeviceName name = new DeviceName(id, Optional.empty());
        Instant at = NOW.minus(Duration.ofMinutes(30));
        Answer.Known<Timeline> timeline =
                (Answer.Known<Timeline>) fleets.timeline(name, new TimeSpan(NOW.minus(Duration.ofDays(7)), NOW));
        Diagnosis diagnosis = ((Answer.Known<Diagnosis>) fleets.diagnosis(name, at)).value();
        Freshness freshness = timeline.freshness();
        return new BundleContent(
                at,
                NOW,
                timeline.value(),
                diagnosis,
                diagnosis.alerts(),
                freshness,
                "detectors of " + timeline.value().device().fleet() + "\n");
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static JsonNode json(Map<String, String> files, String name) throws IOException {
        return new JsonMapper().readTree(files.get(name));
    }
}

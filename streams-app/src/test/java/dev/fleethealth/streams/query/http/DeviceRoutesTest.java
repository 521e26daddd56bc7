package dev.fleethealth.streams.query.http;

import static dev.fleethealth.streams.query.http.Answered.detail;
import static dev.fleethealth.streams.query.http.Answered.json;
import static dev.fleethealth.streams.query.http.Answered.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.streams.query.SampleFleets;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class DeviceRoutesTest {
    private static final String DEVICE = "/v1/devices/{id}";

    private RunningApi api;

    @BeforeAll
    void start() {
        api = RunningApi.start();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SampleFleets.HOSTILE_DEVICE,
                SampleFleets.CLEARBLADE_DEVICE,
                "../../etc/passwd",
                "büro/Gerät 1+2%",
                "\u202eevil"
            })
    void shouldFindADeviceWhateverItsIdIs(String id) {
        // Given
        String path = "/v1/devices/" + encoded(id);

        // When
        JsonNode device = json(api.get(DEVICE, path));
        JsonNode timeline = json(api.get(DEVICE + "/timeline", path + "/timeline"));
        JsonNode online = json(api.get(DEVICE + "/online", path + "/online"));
        JsonNode diagnosis = json(api.get(DEVICE + "/diagnosis", path + "/diagnosis?at=2026-11-20T11:00:00Z"));

        // Then
        assertThat(device.at("/device/id").asText()).isEqualTo(id);
        assertThat(texts(timeline.path("events"), "clientId")).isNotEmpty().containsOnly(id);
        assertThat(online.at("/online/at").asLong()).isEqualTo(RunningApi.NOW.toEpochMilli());
        assertThat(diagnosis.at("/diagnosis/device").asText()).isEqualTo(id);
    }

    @Test
    void shouldSayWhichFleetsHaveTheDeviceWhenThereAreSeveral() {
        // When
        HttpResponse<String> several = api.get(DEVICE, "/v1/devices/" + SampleFleets.AMBIGUOUS_DEVICE);
        HttpResponse<String> one = api.get(DEVICE, "/v1/devices/" + SampleFleets.AMBIGUOUS_DEVICE + "?fleet=lab");

        // Then
        assertThat(several.statusCode()).isEqualTo(409);
        assertThat(json(several).path("fleets")).extracting(JsonNode::asText).containsExactly("lab", "pumps");
        assertThat(json(one).at("/device/fleet").asText()).isEqualTo("lab");
    }

    @Test
    void shouldSayHowLongItWasOnlineInASpan() {
        // When
        JsonNode online = json(api.get(
                        DEVICE + "/online",
                        "/v1/devices/scooter-001/online?from=2026-11-20T00:00:00Z&to=1795176000000"))
                .path("online");

        // Then
        assertThat(online.path("onlineMillis").asLong()
                        + online.path("offlineMillis").asLong()
                        + online.path("unknownMillis").asLong())
                .isEqualTo(online.path("to").asLong() - online.path("from").asLong());
        assertThat(online.path("onlineMillis").asLong()).isPositive();
    }

    @Test
    void shouldWriteTheCompleteDiagnosisAsTheDocumentSays() {
        // When
        JsonNode diagnosis = json(api.get(
                        DEVICE + "/diagnosis", "/v1/devices/" + SampleFleets.TAKEN_OVER_DEVICE + "/diagnosis"))
                .path("diagnosis");

        // Then
        assertThat(diagnosis.path("kind").asText()).isEqualTo("fault");
        assertThat(diagnosis.at("/backoff/pausesMillis/1").asLong()).isEqualTo(1_000);
        assertThat(diagnosis.at("/delivery/finding").asText()).isEqualTo("not-subscribed");
        assertThat(texts(diagnosis.path("alerts"), "detector")).contains("takeover-loop");
    }

    @Test
    void shouldSayThatThereIsNoSuchDevice() {
        // When
        HttpResponse<String> answer = api.get(DEVICE + "/timeline", "/v1/devices/nobody/timeline");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(detail(answer)).isEqualTo("no device \"nobody\"");
    }

    @Test
    void shouldRefuseATimeTogetherWithASpan() {
        // When
        HttpResponse<String> answer =
                api.get(DEVICE + "/online", "/v1/devices/scooter-001/online?at=1795176000000&from=1795170000000");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(detail(answer)).isEqualTo("at: expected either at, or from and to");
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package dev.fleethealth.streams.query.http;

import static dev.fleethealth.streams.query.http.Answered.detail;
import static dev.fleethealth.streams.query.http.Answered.json;
import static dev.fleethealth.streams.query.http.Answered.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.streams.query.SampleFleets;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class FleetRoutesTest {
    private static final String FLEETS = "/v1/fleets";
    private static final String ALERTS = "/v1/alerts";

    private RunningApi api;

    @BeforeAll
    void start() {
        api = RunningApi.start();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void shouldGiveEachItemOnceWhenPagesAreFollowed() {
        // Given
        List<String> all = texts(json(api.get(FLEETS, "/v1/fleets?limit=1000")).path("fleets"), "name");

        // When
        List<String> paged = follow(FLEETS, "/v1/fleets?limit=7", "fleets", "name");
        List<String> devices =
                follow("/v1/fleets/{fleet}/devices", "/v1/fleets/scooters/devices?limit=50", "devices", "id");
        List<String> alerts = follow(ALERTS, "/v1/alerts?limit=10", "alerts", "episodeId");

        // Then
        assertThat(paged).hasSize(20).doesNotHaveDuplicates().isEqualTo(all);
        assertThat(devices).hasSize(120).doesNotHaveDuplicates().contains(SampleFleets.HOSTILE_DEVICE);
        assertThat(alerts).hasSize(43).doesNotHaveDuplicates();
    }

    @Test
    void shouldFindFleetsByPartOfTheirNames() {
        assertThat(texts(json(api.get(FLEETS, "/v1/fleets?search=SITE-1")).path("fleets"), "name"))
                .hasSize(6)
                .allMatch(name -> name.startsWith("site-1"));
    }

    @Test
    void shouldShowAFleetWhateverItsNameIs() {
        // When
        HttpResponse<String> answer =
                api.get("/v1/fleets/{fleet}", "/v1/fleets/%3Cb%20onmouseover%3Dalert(1)%3Efleet%3C%2Fb%3E");

        // Then
        assertThat(json(answer).at("/fleet/name").asText()).isEqualTo("<b onmouseover=alert(1)>fleet</b>");
    }

    @Test
    void shouldGiveStepsOfAMinuteForTheLastHourUnlessAskedForOthers() {
        // When
        JsonNode usual = json(api.get("/v1/fleets/{fleet}/activity", "/v1/fleets/scooters/activity"));
        JsonNode asked = json(api.get(
                "/v1/fleets/{fleet}/activity",
                "/v1/fleets/scooters/activity?from=2026-11-20T08:00:00%2B01:00&to=2026-11-20T09:00:00+01:00&step=15m"));

        // Then
        assertThat(usual.path("steps")).hasSize(61);
        assertThat(usual.at("/steps/0/start").asLong())
                .isEqualTo(RunningApi.NOW.minusSeconds(3_600).toEpochMilli());
        assertThat(texts(asked.path("steps"), "start"))
                .containsExactly("1795158000000", "1795158900000", "1795159800000", "1795160700000");
    }

    @Test
    void shouldGiveOnlyDevicesOfTheStateAndCategory() {
        // When
        JsonNode devices = json(api.get(
                        "/v1/fleets/{fleet}/devices",
                        "/v1/fleets/scooters/devices?state=offline&category=KEEPALIVE_TIMEOUT"))
                .path("devices");

        // Then
        assertThat(devices).isNotEmpty();
        assertThat(texts(devices, "online")).containsOnly("false");
        assertThat(texts(devices, "lastCategory")).containsOnly("KEEPALIVE_TIMEOUT");
    }

    @Test
    void shouldGiveOnlyAlertsThatFitAllConditions() {
        // When
        JsonNode alerts = json(api.get(
                        ALERTS, "/v1/alerts?state=active&fleet=scooters&detector=takeover-loop&severity=WARNING"))
                .path("alerts");
        JsonNode before = json(api.get(ALERTS, "/v1/alerts?to=2026-11-20T00:00:00Z&limit=1000"))
                .path("alerts");

        // Then
        assertThat(texts(alerts, "clientId")).containsExactly(SampleFleets.TAKEN_OVER_DEVICE);
        assertThat(texts(before, "state")).hasSize(27).containsOnly("RESOLVED");
    }

    @Test
    void shouldSayThatThereIsNoSuchFleet() {
        // When
        HttpResponse<String> answer = api.get("/v1/fleets/{fleet}", "/v1/fleets/trams");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(detail(answer)).isEqualTo("no fleet \"trams\"");
    }

    @Test
    void shouldSayWhenToComeAgainWhilePartitionsMove() {
        // When
        HttpResponse<String> answer = api.get("/v1/fleets/{fleet}", "/v1/fleets/" + SampleFleets.UNAVAILABLE);

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(detail(answer)).isEqualTo("partitions move between instances");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/fleets|?limit=0|limit: expected 1 to 1000, was "0"
            /v1/fleets|?limit=1001|limit: expected 1 to 1000, was "1001"
            /v1/fleets|?limit=ten|limit: expected 1 to 1000, was "ten"
            /v1/fleets|?limt=3|limt: expected one of search, limit, after
            /v1/fleets|?limit=1&limit=2|limit: expected it once
            /v1/fleets|?after=%25%25|after: expected what next of the page before said
            /v1/alerts|?severity=BAD|severity: expected INFO or WARNING or CRITICAL, was "BAD"
            /v1/alerts|?from=yesterday|from: expected a time such as 2026-11-20T10:00:00Z, or milliseconds since 1970, was "yesterday"
            /v1/alerts|?from=2&to=1|to: expected a time after from, was 1970-01-01T00:00:00.001Z, from is 1970-01-01T00:00:00.002Z
            """)
    void shouldNameTheParameterThatIsWrongAndWhatWasExpected(String route, String query, String detail) {
        // When
        HttpResponse<String> answer = api.get(route, route + query);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(detail(answer)).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?step=90s|step: expected whole minutes
            ?step=0s|step: expected whole minutes
            ?step=often|step: expected a duration such as 200ms, 90s, 5m or 1h30m, was "often"
            ?from=0|step: expected at most 500 steps between from and to
            """)
    void shouldRefuseStepsThatCannotBe(String query, String detail) {
        // When
        HttpResponse<String> answer = api.get("/v1/fleets/{fleet}/activity", "/v1/fleets/scooters/activity" + query);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(detail(answer)).isEqualTo(detail);
    }

    private List<String> follow(String route, String path, String items, String field) {
        List<String> found = new ArrayList<>();
        JsonNode page = json(api.get(route, path));
        found.addAll(texts(page.path(items), field));
        while (page.has("next")) {
            page = json(api.get(route, path + "&after=" + page.path("next").asText()));
            found.addAll(texts(page.path(items), field));
        }
        return found;
    }
}

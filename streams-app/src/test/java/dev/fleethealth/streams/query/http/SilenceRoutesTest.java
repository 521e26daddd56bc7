package dev.fleethealth.streams.query.http;

import static dev.fleethealth.streams.query.http.Answered.detail;
import static dev.fleethealth.streams.query.http.Answered.json;
import static dev.fleethealth.streams.query.http.Answered.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.streams.query.SampleFleets;
import dev.fleethealth.streams.query.SampleSilences;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SilenceRoutesTest {
    private static final String PATH = "/v1/silences";
    private static final String ONE = PATH + "/{id}";
    private static final long EARLIER = RunningApi.NOW.minusSeconds(60).toEpochMilli();
    private static final long LATER = RunningApi.NOW.plusSeconds(3_600).toEpochMilli();

    @Test
    void shouldShowASilenceFromItsBeginningToItsEnd() {
        try (RunningApi api = RunningApi.start()) {
            // When
            HttpResponse<String> created = api.send("POST", PATH, PATH, """
                    {"fleets": ["scooters", "/site-.*/"], "severities": ["INFO"], "scopes": ["DEVICE"], "from": %d, "until": %d,
                     "author": "ann", "comment": "new firmware"}""".formatted(EARLIER, LATER));

            // Then
            String id = json(created).path("id").asText();
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(json(created).path("origin").asText()).isEqualTo("api");
            assertThat(json(created).path("from").asLong()).isEqualTo(EARLIER);
            assertThat(texts(list(api), "id")).containsExactlyInAnyOrder(id, SampleSilences.CONFIGURED);

            // When
            HttpResponse<String> ended = api.send("DELETE", ONE, PATH + "/" + id, "");

            // Then
            assertThat(ended.statusCode()).isEqualTo(204);
            assertThat(texts(list(api), "origin")).doesNotContain("api");
        }
    }

    @Test
    void shouldNotEndASilenceOfTheConfiguration() {
        try (RunningApi api = RunningApi.start()) {
            // When
            HttpResponse<String> refused = api.send("DELETE", ONE, PATH + "/" + SampleSilences.CONFIGURED, "");
            HttpResponse<String> unknown = api.send("DELETE", ONE, PATH + "/nothing", "");

            // Then
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(texts(list(api), "origin")).containsExactly("configuration");
            assertThat(unknown.statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"fleets":["a"],"author":"a","comment":"c"}|until: required, expected milliseconds since 1970
            {"fleets":["a"],"until":1,"author":"a","comment":"c"}|until: expected a time after now, 2026-11-20T12:00:00Z, was 1970-01-01T00:00:00.001Z
            {"fleets":["a"],"until":"soon","author":"a","comment":"c"}|until: expected milliseconds since 1970
            {"fleets":["a"],"until":1795179600000,"comment":"c"}|author: expected text, was empty
            {"until":1795179600000,"author":"a","comment":"c"}|match: expected one or more of fleets, detectors, severities, scopes, dedupKeys; fleets ["*"] is everything
            {"fleets":"a","until":1795179600000,"author":"a","comment":"c"}|fleets: expected a list
            {"severities":["BAD"],"until":1795179600000,"author":"a","comment":"c"}|severities[0]: expected one of [INFO, WARNING, CRITICAL]
            {"fleets":["/(/"],"until":1795179600000,"author":"a","comment":"c"}|fleets: expected a regular expression (RE2 syntax) between the slashes, was "/(/": missing closing )
            {"flets":["a"]}|flets: unknown, expected one of [
            {"fleets":|expected JSON, but it is broken or cut off in line 1, column
            []|body: expected a JSON object
            null|expected a JSON object
            """)
    void shouldSayWhatIsWrongWithASilence(String body, String detail) {
        try (RunningApi api = RunningApi.start()) {
            // When
            HttpResponse<String> answer = api.send("POST", PATH, PATH, body);

            // Then
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(detail(answer)).startsWith(detail);
            assertThat(list(api)).hasSize(1);
        }
    }

    @Test
    void shouldTakeNoFormsWhichPagesFromElsewhereCanSend() {
        try (RunningApi api = RunningApi.start()) {
            // When
            HttpResponse<String> answer = api.send(HttpRequest.newBuilder(api.uri(PATH))
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString("{}")));

            // Then
            assertThat(answer.statusCode()).isEqualTo(415);
        }
    }

    @Test
    void shouldChangeNothingWhereThatIsNotAllowed() {
        try (RunningApi api = RunningApi.start(
                RunningApi.GENEROUS + "allow-silences: false\n",
                new SampleFleets(InstantSource.fixed(RunningApi.NOW)))) {
            // When
            HttpResponse<String> created = api.send("POST", PATH, PATH, "{}");
            HttpResponse<String> ended = api.send("DELETE", ONE, PATH + "/" + SampleSilences.CONFIGURED, "");

            // Then
            assertThat(created.statusCode()).isEqualTo(403);
            assertThat(ended.statusCode()).isEqualTo(403);
            assertThat(list(api)).hasSize(1);
        }
    }

    private static JsonNode list(RunningApi api) {
        return json(api.get(PATH, PATH)).path("silences");
    }
}

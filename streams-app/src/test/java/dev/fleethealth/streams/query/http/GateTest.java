package dev.fleethealth.streams.query.http;

import static dev.fleethealth.streams.query.http.Answered.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.query.SampleFleets;
import dev.fleethealth.streams.query.cluster.PartJson;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GateTest {
    private static final String TOKEN = "0123456789abcdef-the-token";

    private final SampleFleets fleets = new SampleFleets(InstantSource.fixed(RunningApi.NOW));

    @TempDir
    private Path folder;

    @Test
    void shouldLetInOnlyThoseWhoKnowTheToken() throws Exception {
        try (RunningApi api = RunningApi.start(withToken(), fleets)) {
            // When
            HttpResponse<String> without = api.get("/v1/fleets", "/v1/fleets");
            List<Integer> others = Stream.of("Bearer " + TOKEN, "bearer " + TOKEN, "Bearer wrong", "Basic " + TOKEN)
                    .map(value -> HttpRequest.newBuilder(api.uri("/v1/fleets")).header("Authorization", value))
                    .map(request -> api.send(request).statusCode())
                    .toList();

            // Then
            assertThat(without.statusCode()).isEqualTo(401);
            assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(others).containsExactly(200, 200, 401, 401);
        }
    }

    @ParameterizedTest
    @CsvSource({"/readyz", "/openapi.yaml"})
    void shouldShowWhatHoldsNoDataToAnybody(String path) throws Exception {
        try (RunningApi api = RunningApi.start(withToken(), fleets)) {
            assertThat(api.get(path, path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldSayWhenToComeAgainToWhoAsksTooOften() {
        try (RunningApi api = RunningApi.start("requests-per-second: 1\nburst: 3\n", fleets)) {
            // When
            List<HttpResponse<String>> answers = Stream.generate(() -> api.get("/v1/fleets", "/v1/fleets"))
                    .limit(4)
                    .toList();

            // Then
            assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 200, 200, 429);
            assertThat(answers.get(3).headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test
    void shouldAskOtherInstancesForTheTokenAndNotCountThem() throws Exception {
        try (RunningApi api = RunningApi.start(
                withToken().replace(RunningApi.GENEROUS, "requests-per-second: 1\nburst: 1\n"), fleets)) {
            List<Integer> answers = Stream.of("Bearer wrong", "Bearer " + TOKEN, "Bearer " + TOKEN, "Bearer " + TOKEN)
                    .map(value -> HttpRequest.newBuilder(api.uri(PartJson.PATH + "fleets"))
                            .header("Authorization", value)
                            .POST(BodyPublishers.ofString("{}")))
                    .map(request -> api.send(request).statusCode())
                    .toList();

            assertThat(answers).containsExactly(401, 200, 200, 200);
        }
    }

    @Test
    void shouldNotLetAPageFromElsewhereAskByItsOwnName() throws Exception {
        try (RunningApi open = RunningApi.start(RunningApi.GENEROUS, fleets);
                RunningApi secret = RunningApi.start(withToken(), fleets)) {
            String request = "GET /v1/fleets HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";

            assertThat(raw(open, request)).startsWith("HTTP/1.1 421 ").contains("expected localhost");
            assertThat(raw(secret, request)).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void shouldTellBrowsersToRefuseWhatIsFromElsewhereWithEveryAnswer() throws Exception {
        try (RunningApi api = RunningApi.start()) {
            for (String answer : List.of(
                    raw(api, "GET /v1/fleets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
                    raw(api, "GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
                    raw(api, "GET /v1/devices/%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
                    raw(api, "nonsense\r\n\r\n"))) {
                assertThat(answer)
                        .contains("default-src 'self'", "frame-ancestors 'none'", "nosniff", "no-referrer")
                        .doesNotContain("Jetty", "Exception");
            }
        }
    }

    @Test
    void shouldAnswerHeadAsGetWithoutItsBody() {
        try (RunningApi api = RunningApi.start()) {
            // When
            HttpResponse<String> head = api.send(head(api, "/v1/fleets"));
            HttpResponse<String> live = api.send(head(api, "/v1/live"));

            // Then
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow())
                    .isGreaterThan(1_000);
            assertThat(live.headers().firstValue("Content-Type")).contains("text/event-stream");
        }
    }

    @Test
    void shouldSayWhichMethodsAPathHas() {
        try (RunningApi api = RunningApi.start()) {
            // When
            HttpResponse<String> asked = api.send(
                    HttpRequest.newBuilder(api.uri("/v1/silences")).method("OPTIONS", BodyPublishers.noBody()));
            HttpResponse<String> wrong =
                    api.send(HttpRequest.newBuilder(api.uri("/v1/silences")).PUT(BodyPublishers.ofString("{}")));

            // Then
            assertThat(asked.statusCode()).isEqualTo(204);
            assertThat(asked.headers().firstValue("Allow")).contains("GET, HEAD, POST, OPTIONS");
            assertThat(wrong.statusCode()).isEqualTo(405);
            assertThat(wrong.headers().firstValue("Allow")).contains("GET, HEAD, POST, OPTIONS");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/..%2Fopenapi.yaml",
                "/page/%2e%2e/openapi.yaml",
                "/page/../../../../../../etc/passwd",
                "/page/index.html%00.js",
                "/page/package-info.class",
                "/page/",
                "/page//index.html"
            })
    void shouldServeNoFileButThoseOfThePage(String path) throws Exception {
        try (RunningApi api = RunningApi.start()) {
            assertThat(raw(api, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 40");
        }
    }

    @Test
    void shouldRefuseABodyThatIsTooLong() {
        try (RunningApi api = RunningApi.start()) {
            // When
            HttpResponse<String> answer = api.send("POST", "/v1/silences", "/v1/silences", " ".repeat(70_000));

            // Then
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(json(answer).path("detail").asText()).contains("65536 bytes");
        }
    }

    private String withToken() throws IOException {
        Files.writeString(folder.resolve("token"), TOKEN);
        return RunningApi.GENEROUS + "token: ${file:" + folder.resolve("token") + "}\n";
    }

    private static HttpRequest.Builder head(RunningApi api, String path) {
        return HttpRequest.newBuilder(api.uri(path)).method("HEAD", BodyPublishers.noBody());
    }

    private static String raw(RunningApi api, String request) throws IOException {
        try (Socket socket = new Socket("localhost", api.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package dev.fleethealth.streams.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.SampleFleets;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class LiveFeedTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final SampleFleets fleets = new SampleFleets(InstantSource.fixed(RunningApi.NOW));
    private final AtomicReference<List<Alert>> alerts = new AtomicReference<>(List.of());
    private final ApiDocument document = new ApiDocument();

    @Test
    void shouldTellFleetsAtOnceAndEachTransitionOnce() throws Exception {
        // Given
        Alert open = known(fleets.alerts(any())).items().get(0);
        alerts.set(List.of(open));
        try (RunningApi api = RunningApi.start(RunningApi.GENEROUS, queries())) {
            Queue<String> lines = follow(api);
            await().atMost(LONGEST).until(() -> count(lines, "event: fleets") == 1);

            // When
            Alert resolved = Alert.newBuilder(open)
                    .setState(AlertState.RESOLVED)
                    .setUpdatedAt(open.getUpdatedAt().plusSeconds(1))
                    .build();
            alerts.set(List.of(resolved));

            // Then
            await().atMost(LONGEST).until(() -> count(lines, "event: alert") == 1);
            List<String> data = lines.stream()
                    .filter(line -> line.startsWith("data: "))
                    .map(line -> line.substring(6))
                    .toList();
            assertThat(data).hasSize(2);
            assertThat(Answered.json(data.get(0)).path("fleets")).hasSize(20);
            document.checkSchema("Alert", data.get(1));
            assertThat(data.get(1)).contains("RESOLVED");
        }
    }

    @Test
    void shouldEndAllFollowersWhenItStops() throws Exception {
        // Given
        RunningApi api = RunningApi.start(RunningApi.GENEROUS, queries());
        try (Socket follower = connect(api)) {
            assertThat(follower.getInputStream().read()).isPositive();

            // When
            api.close();

            // Then
            follower.setSoTimeout((int) LONGEST.toMillis());
            assertThat(new String(follower.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("text/event-stream");
        }
    }

    @Test
    void shouldLetNoMoreFollowThanItCanServe() throws Exception {
        try (RunningApi api = RunningApi.start(RunningApi.GENEROUS, queries())) {
            // Given
            List<Socket> followers = new ArrayList<>();
            for (int count = 0; count < LiveFeed.MOST_FOLLOWERS; count++) {
                Socket follower = connect(api);
                followers.add(follower);
                assertThat(follower.getInputStream().read()).isPositive();
            }

            // When
            HttpResponse<String> refused = api.get("/v1/live", "/v1/live");

            // Then
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("15");

            for (Socket follower : followers) {
                follower.close();
            }
        }
    }

    /** The made-up fleets with alerts of our own. */
    private FleetQueries queries() {
        return (FleetQueries) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {FleetQueries.class},
                (proxy, method, arguments) -> method.getName().equals("alerts")
                        ? new Answer.Known<>(
                                new Page<>(alerts.get(), Optional.empty()),
                                ((Answer.Known<?>) fleets.fleet("lab")).freshness())
                        : method.invoke(fleets, arguments));
    }

    private static AlertQuery any() {
        var none = Optional.<String>empty();
        return new AlertQuery(Optional.empty(), none, none, none, Optional.empty(), Optional.empty(), none, 10);
    }

    private static <T> T known(Answer<T> answer) {
        return ((Answer.Known<T>) answer).value();
    }

    private static Queue<String> follow(RunningApi api) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(api.uri("/v1/live")).build(), BodyHandlers.ofLines())
                .thenAccept(answer -> {
                    try (Stream<String> body = answer.body()) {
                        body.forEach(lines::add);
                    }
                });
        return lines;
    }

    private static long count(Queue<String> lines, String line) {
        return lines.stream().filter(line::equals).count();
    }

    private static Socket connect(RunningApi api) throws IOException {
        Socket socket = new Socket("localhost", api.port());
        socket.getOutputStream()
                .write("GET /v1/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}

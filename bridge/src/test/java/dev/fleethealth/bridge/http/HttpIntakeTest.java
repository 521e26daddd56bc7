package dev.fleethealth.bridge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.bridge.config.HttpSourceSettings;
import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.bridge.pipeline.DeadLetter;
import dev.fleethealth.bridge.pipeline.EventSink;
import dev.fleethealth.bridge.pipeline.InFlight;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessagePipeline;
import dev.fleethealth.bridge.pipeline.Route;
import dev.fleethealth.bridge.pipeline.StallWatch;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.management.HealthCheck;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HttpIntakeTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));
    private static final String TOKEN = "a-token-of-24-characters";
    private static final int MAX_BODY = 2_048;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final InFlight inFlight = new InFlight(4);
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private final SlowSink sink = new SlowSink();
    private final List<BrokerMessage> read = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Optional<String> kafkaProblem = Optional.empty();
    private final HttpIntake http = HttpIntake.listen(settings(0), Map.of("emqx", route()));

    @AfterEach
    void close() {
        sink.acknowledge.complete(null);
        http.close();
    }

    @Test
    void shouldAnswerWhenEverythingIsSafe() throws Exception {
        // Given
        start();

        // When
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(post("emqx", "good\nignored\nbad\n").build(), BodyHandlers.ofString());
        await().until(() -> inFlight.count() == 2);

        // Then
        assertThat(answer).isNotDone();
        sink.acknowledge.complete(null);
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body())
                .isEqualTo(
                        "{\"events\":1,\"ignored\":1,\"malformed\":1,\"items\":[{\"index\":2,\"result\":\"malformed\",\"why\":\"not \\\"good\\\"\"}]}");
        assertThat(sink.events).extracting(ConnectionEvent::getClientId).containsOnlyNulls();
        assertThat(sink.deadLetters).extracting(DeadLetter::source).containsExactly("webhooks");
        assertThat(registry.counter("fleet.bridge.messages", "dialect", "emqx", "result", "malformed")
                        .count())
                .isEqualTo(1);
        assertThat(registry.counter("fleet.bridge.http.requests", "source", "webhooks", "status", "200")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldPassOnTopicAndTimeOfReceipt() throws Exception {
        // Given
        start();
        sink.acknowledge.complete(null);

        // When
        send(post("emqx?topic=%24events%2Fx", "good"));

        // Then
        assertThat(read).extracting(BrokerMessage::topic).containsExactly("$events/x");
        assertThat(read).extracting(BrokerMessage::receivedAt).containsExactly(CLOCK.instant());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            POST | /v1/events/emqx  | Bearer wrong                    | 401 | header Authorization: Bearer
            POST | /v1/events/emqx  | -                               | 401 | header Authorization: Bearer
            POST | /v1/events/emqx  | Basic a-token-of-24-characters  | 401 | header Authorization: Bearer
            POST | /v1/events/none  | Bearer wrong                    | 401 | header Authorization: Bearer
            POST | /v1/events/none  | bearer a-token-of-24-characters | 404 | expected /v1/events/<dialect>, with one of emqx
            POST | /v1/events       | Bearer a-token-of-24-characters | 404 | expected /v1/events/<dialect>, with one of emqx
            GET  | /v1/events/emqx  | Bearer a-token-of-24-characters | 405 | expected POST
            """)
    void shouldRefuseWhatIsNoneOfItsBusiness(
            String method, String path, @Nullable String authorization, int status, String error) throws Exception {
        // Given
        start();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path))
                .method(method, BodyPublishers.ofString("good"));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }

        // When
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").contains(error);
        assertThat(read).isEmpty();
    }

    @Test
    void shouldTellEventGridThatItWantsItsEvents() throws Exception {
        // Given
        String question = "[{\"id\": \"1\", \"eventType\": \"Microsoft.EventGrid.SubscriptionValidationEvent\","
                + " \"data\": {\"validationCode\": \"512d38b6\"}}]";

        // When
        HttpResponse<String> known = send(post("emqx", question).header("aeg-event-type", "SubscriptionValidation"));
        HttpResponse<String> broken = send(post("emqx", "[]").header("aeg-event-type", "SubscriptionValidation"));
        HttpResponse<String> stranger =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/v1/events/emqx"))
                        .header("aeg-event-type", "SubscriptionValidation")
                        .POST(BodyPublishers.ofString(question)));

        // Then
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.body()).isEqualTo("{\"validationResponse\":\"512d38b6\"}");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(read).isEmpty();
    }

    @Test
    void shouldAllowSendersOfCloudEventsWhoAskFirst() throws Exception {
        // When
        HttpResponse<String> answer = send(request("emqx")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("WebHook-Request-Origin", "eventgrid.azure.net")
                .header("WebHook-Request-Rate", "120"));
        HttpResponse<String> browser = send(request("emqx").method("OPTIONS", BodyPublishers.noBody()));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("WebHook-Allowed-Origin")).contains("eventgrid.azure.net");
        assertThat(answer.headers().firstValue("WebHook-Allowed-Rate")).contains("120");
        assertThat(browser.statusCode()).isEqualTo(405);
    }

    @Test
    void shouldAnswerOthersWhileManyStallInTheirHeaders() throws Exception {
        // Given
        start();
        sink.acknowledge.complete(null);
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int number = 0; number < 200; number++) {
                Socket socket = new Socket("127.0.0.1", http.port());
                socket.getOutputStream().write("POST /v1/events/emqx HTTP/1.1\r\nHost: a\r\nX-Slow: ".getBytes(UTF_8));
                stalled.add(socket);
            }

            // When
            HttpResponse<String> answer = send(post("emqx", "good").timeout(Duration.ofSeconds(5)));

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void shouldTakeTheTokenFromTheUrlWhenAllowed() throws Exception {
        // Given
        start();
        sink.acknowledge.complete(null);
        URI uri = URI.create("http://127.0.0.1:" + http.port() + "/v1/events/emqx?token=" + TOKEN);

        // When
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(BodyPublishers.ofString("good"))
                .build();

        // Then
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseBodiesThatAreTooLongWithOrWithoutALength() throws Exception {
        // Given
        start();
        byte[] body = "x".repeat(MAX_BODY + 1).getBytes(StandardCharsets.UTF_8);

        // Then
        assertThat(send(request("emqx").POST(BodyPublishers.ofByteArray(body))).statusCode())
                .isEqualTo(413);
        assertThat(send(request("emqx").POST(BodyPublishers.ofByteArrays(List.of(body))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(read).isEmpty();
    }

    @Test
    void shouldRefuseWhatItCannotRead() throws Exception {
        // Given
        start();

        // Then
        assertThat(send(post("emqx", "")).statusCode()).isEqualTo(400);
        assertThat(send(post("emqx", "good").header("Content-Encoding", "gzip")).statusCode())
                .isEqualTo(415);
    }

    @Test
    void shouldSayComeAgainUntilItIsStartedAndWhenItStops() throws Exception {
        // Then
        assertComeAgain(send(post("emqx", "good")), 503, "starts or stops");

        // When
        start();
        sink.acknowledge.complete(null);

        // Then
        assertThat(send(post("emqx", "good")).statusCode()).isEqualTo(200);

        // When
        http.pause();

        // Then
        assertComeAgain(send(post("emqx", "good")), 503, "starts or stops");
        assertThat(http.problem()).isPresent();
    }

    @Test
    void shouldSayComeAgainWhileKafkaIsAway() throws Exception {
        // Given
        start();
        kafkaProblem = Optional.of("gone");

        // Then
        assertComeAgain(send(post("emqx", "good")), 503, "Kafka does not answer");
        assertThat(read).isEmpty();
    }

    @Test
    void shouldSayComeAgainWhenKafkaDoesNotAcknowledgeInTime() throws Exception {
        // Given
        start();

        // Then
        assertComeAgain(send(post("emqx", "good")), 503, "not acknowledged in time");
    }

    @Test
    void shouldSayComeAgainWhenTooManyMessagesAreInFlight() throws Exception {
        // Given
        start();

        // When
        assertComeAgain(send(post("emqx", "good\n".repeat(6))), 503, "not acknowledged in time");

        // Then
        assertThat(read).hasSize(4);
        assertComeAgain(send(post("emqx", "good")), 429, "too many messages wait for Kafka");

        // When
        sink.acknowledge.complete(null);
        await().until(() -> inFlight.count() == 0);

        // Then
        assertThat(send(post("emqx", "good")).statusCode()).isEqualTo(200);
        assertThat(fatal.get()).isNull();
    }

    @Test
    void shouldSayComeAgainWhenTooManyRequestsWait() throws Exception {
        // Given
        start();
        client.sendAsync(post("emqx", "good").build(), BodyHandlers.ofString());
        client.sendAsync(post("emqx", "good").build(), BodyHandlers.ofString());
        await().until(() -> inFlight.count() == 2);

        // Then
        assertComeAgain(send(post("emqx", "good")), 429, "too many requests at one time");
    }

    @Test
    void shouldEndTheProgramWhenTheSinkIsBroken() throws Exception {
        // Given
        start();

        // When
        HttpResponse<String> answer = send(post("emqx", "broken"));

        // Then
        assertComeAgain(answer, 503, "could not be taken");
        assertThat(answer.body()).doesNotContain("Linkage", "dev.fleethealth");
        assertThat(fatal.get()).isInstanceOf(LinkageError.class);
    }

    @Test
    void shouldSayThatAPortIsTaken() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> HttpIntake.listen(settings(http.port()), Map.of()))
                .withMessage("port: expected a free port of this machine, cannot listen on 127.0.0.1 port %d"
                        .formatted(http.port()));
    }

    private static void assertComeAgain(HttpResponse<String> answer, int status, String why) {
        assertThat(answer.body()).contains(why);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
    }

    private void start() {
        MessagePipeline pipeline =
                new MessagePipeline(sink, inFlight, new StallWatch(CLOCK), new BridgeMetrics(registry));
        http.start(new Intake(pipeline, CLOCK, new BridgeMetrics(registry), kafka(), fatal::set));
    }

    private HealthCheck kafka() {
        return new HealthCheck() {
            @Override
            public String name() {
                return "kafka";
            }

            @Override
            public Optional<String> problem() {
                return kafkaProblem;
            }
        };
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder post(String target, String body) {
        return request(target).header("Content-Type", "text/plain").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/v1/events/" + target))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static HttpSourceSettings settings(int port) {
        return new HttpSourceSettings(
                "webhooks",
                "127.0.0.1",
                port,
                List.of("emqx"),
                Optional.empty(),
                "default",
                Optional.of(new Secret(TOKEN)),
                true,
                Optional.empty(),
                MAX_BODY,
                2,
                Duration.ofMillis(500));
    }

    /** A dialect that knows few words; devices without a name are devices too. */
    private Route route() {
        return new Route(
                "webhooks",
                "emqx",
                message -> {
                    read.add(message);
                    return switch (new String(message.payload(), StandardCharsets.UTF_8)) {
                        case "good" ->
                            new Decoding.Events(List.of(ConnectionEvent.newBuilder()
                                    .setType(EventType.CONNECTED)
                                    .setClientId("")
                                    .setOccurredAt(CLOCK.instant())));
                        case "ignored" -> new Decoding.Ignored("test");
                        case "broken" -> new Decoding.Malformed("broken");
                        default -> new Decoding.Malformed("not \"good\"");
                    };
                },
                new EventFinisher(EventOrigin.of("emqx")),
                "");
    }

    /** Acknowledges when the test says so. */
    private static final class SlowSink implements EventSink {
        private final List<ConnectionEvent> events = new CopyOnWriteArrayList<>();
        private final List<DeadLetter> deadLetters = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> acknowledge = new CompletableFuture<>();

        @Override
        public CompletableFuture<Void> publish(List<ConnectionEvent> published) {
            events.addAll(published);
            return acknowledge.copy();
        }

        @Override
        public CompletableFuture<Void> deadLetter(DeadLetter letter) {
            if (letter.why().equals("broken")) {
                throw new LinkageError();
            }
            deadLetters.add(letter);
            return acknowledge.copy();
        }
    }
}

package dev.fleethealth.streams.delivery.http;

import dev.fleethealth.streams.delivery.CallOutcome;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Makes calls. Each ends within its time limit, whatever the other side does: the limit holds from the connect to the last byte of
 * the answer, of which only the beginning is kept.
 */
public final class HttpSender {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final String AGENT = "fleet-health";

    private final HttpClient client;
    private final Duration limit;
    private final InstantSource clock;

    /** @param limit longest time of one call */
    public HttpSender(Duration limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limit.compareTo(LONGEST_CONNECT) < 0 ? limit : LONGEST_CONNECT)
                .followRedirects(Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Makes the call; how it ended is told once, on another thread. */
    public void send(HttpCall call, Consumer<CallOutcome> ended) {
        CompletableFuture<HttpResponse<byte[]>> exchange = begin(call);
        exchange.copy()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> failure == null ? answer(response) : failed(failure))
                .whenComplete((outcome, never) -> {
                    // Where time ran out, the connection is still busy.
                    exchange.cancel(true);
                    ended.accept(outcome);
                });
    }

    private CompletableFuture<HttpResponse<byte[]>> begin(HttpCall call) {
        try {
            return client.sendAsync(request(call), response -> new Beginning());
        } catch (IllegalArgumentException unfit) {
            // A secret that can't stand in a header: what is wrong lies in the configuration, not in the alert.
            return CompletableFuture.failedFuture(unfit);
        }
    }

    private static HttpRequest request(HttpCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .header("Content-Type", call.contentType())
                .header("User-Agent", AGENT)
                .POST(BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::header);
        return request.build();
    }

    private CallOutcome answer(HttpResponse<byte[]> response) {
        return Answers.read(
                response.statusCode(),
                response.headers().firstValue("Retry-After"),
                new String(response.body(), StandardCharsets.UTF_8),
                clock.instant());
    }

    private CallOutcome failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String why = cause instanceof TimeoutException || cause instanceof HttpTimeoutException
                ? "no answer within " + limit.toMillis() + " ms"
                : cause.getClass().getSimpleName();
        return new CallOutcome.TryLater(why, Optional.empty());
    }
}

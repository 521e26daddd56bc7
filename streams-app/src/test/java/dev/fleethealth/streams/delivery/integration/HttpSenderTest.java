package dev.fleethealth.streams.delivery.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.delivery.CallOutcome;
import dev.fleethealth.streams.delivery.CallOutcome.Delivered;
import dev.fleethealth.streams.delivery.CallOutcome.Refused;
import dev.fleethealth.streams.delivery.CallOutcome.TryLater;
import dev.fleethealth.streams.delivery.http.HttpCall;
import dev.fleethealth.streams.delivery.http.HttpSender;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpSenderTest {
    private final HttpSender sender = new HttpSender(Duration.ofSeconds(3), InstantSource.system());

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SILENCE_AFTER_ACCEPT", "SLOW_ANSWER", "RESET", "RESET_AFTER_ACCEPT", "SERVER_ERROR", "UNAVAILABLE"
            })
    void shouldTryLaterWhenTheEndpointFails(Fault fault) throws Exception {
        assertThat(outcome(fault)).isInstanceOfSatisfying(TryLater.class, later -> assertThat(later.pauseLane())
                .isEmpty());
    }

    @Test
    void shouldKeepStillForAsLongAsTheEndpointAsks() throws Exception {
        assertThat(outcome(Fault.TOO_MANY_REQUESTS))
                .isInstanceOfSatisfying(
                        TryLater.class, later -> assertThat(later.pauseLane()).contains(Duration.ofSeconds(1)));
    }

    @Test
    void shouldTellWhatWasTakenFromWhatWasRefused() throws Exception {
        assertThat(outcome(Fault.NONE)).isInstanceOf(Delivered.class);
        assertThat(outcome(Fault.BAD_REQUEST)).isEqualTo(new Refused("HTTP 400: {\"status\":\"400\"}"));
    }

    @Test
    void shouldTryLaterWhenNobodyListens() throws Exception {
        // Given
        URI nobody;
        try (Endpoint closed = new Endpoint(request -> Fault.NONE)) {
            nobody = URI.create(closed.url());
        }
        // When
        CallOutcome outcome = send(call(nobody, Map.of()));
        // Then
        assertThat(outcome).isEqualTo(new TryLater("ConnectException", Optional.empty()));
    }

    @Test
    void shouldTryLaterWhenASecretCannotStandInAHeader() throws Exception {
        try (Endpoint endpoint = new Endpoint(request -> Fault.NONE)) {
            assertThat(send(call(URI.create(endpoint.url()), Map.of("Authorization", "two\nlines"))))
                    .isInstanceOfSatisfying(
                            TryLater.class, later -> assertThat(later.why()).doesNotContain("two"));
        }
    }

    private CallOutcome outcome(Fault fault) throws Exception {
        try (Endpoint endpoint = new Endpoint(request -> fault)) {
            return send(call(URI.create(endpoint.url()), Map.of()));
        }
    }

    private CallOutcome send(HttpCall call) throws Exception {
        CompletableFuture<CallOutcome> ended = new CompletableFuture<>();
        sender.send(call, ended::complete);
        return ended.get(10, TimeUnit.SECONDS);
    }

    private static HttpCall call(URI uri, Map<String, String> headers) {
        return new HttpCall(uri, HttpCall.JSON, headers, new byte[] {'{', '}'});
    }
}

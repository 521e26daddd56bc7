package dev.fleethealth.bridge.doctor.token;

import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Compares this machine's clock with the {@code Date} that a web server on the broker's host says (RFC 9110, 6.6.1). */
public final class ClockCheck {
    private static final String CHECK = "clock";
    private static final Duration NOTABLE = Duration.ofMinutes(1);
    /** What ClearBlade allows (its troubleshooting guide). */
    private static final Duration TOO_MUCH = Duration.ofMinutes(10);

    private ClockCheck() {}

    public static Finding examine(Target target, Instant now) {
        return date(target)
                .map(theirs -> judge(now, theirs))
                .orElseGet(() -> Finding.skipped(
                        CHECK,
                        "no web server on " + target.host() + " tells the time; compare this clock by hand: " + now));
    }

    static Finding judge(Instant ours, Instant theirs) {
        Duration skew = Duration.between(theirs, ours);
        String found = "this clock is " + skew.abs().toSeconds() + " s " + (skew.isNegative() ? "behind" : "ahead of")
                + " the broker's host";
        String advice = "Set the clock by NTP: tokens made by a wrong clock are refused (ClearBlade allows 10 min).";
        if (skew.abs().compareTo(TOO_MUCH) > 0) {
            return Finding.failed(CHECK, found, advice);
        }
        return skew.abs().compareTo(NOTABLE) > 0 ? Finding.warning(CHECK, found, advice) : Finding.ok(CHECK, found);
    }

    private static Optional<Instant> date(Target target) {
        return List.of("https://" + host(target) + "/", "http://" + host(target) + "/").stream()
                .map(address -> date(URI.create(address), target.patience()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<Instant> date(URI address, Duration patience) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build();
        HttpRequest head = HttpRequest.newBuilder(address)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .timeout(patience)
                .build();
        try {
            return client.send(head, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Date")
                    .flatMap(ClockCheck::parse);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String host(Target target) {
        return target.host().contains(":") ? "[" + target.host() + "]" : target.host();
    }
}

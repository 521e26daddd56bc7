package dev.fleethealth.bridge.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.service.config.TypeName;
import dev.fleethealth.service.tls.TlsSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A port that brokers and clouds post their events to ({@code type: http}): {@code POST /v1/events/<dialect>}.
 *
 * @param name name in logs, metrics and health: lower-case letters, digits and hyphens
 * @param bindAddress address to listen on; {@code 0.0.0.0} in a container
 * @param port TCP port, not that of {@code management}; 0 takes a free one
 * @param dialects ids of the dialects that may be posted; at least one
 * @param brokerVersion the broker's version, where its messages differ by version; quote it: {@code "2.0"}
 * @param fleet fleet of the devices to which no rule gives another
 * @param token what senders prove themselves with, as {@code Authorization: Bearer}: {@code ${env:NAME}} or
 *     {@code ${file:/path}}; required unless only this machine can connect
 * @param tokenInQuery whether the token may also come as {@code ?token=} in the URL, for senders that can't set headers;
 *     proxies write URLs to their logs
 * @param tls the certificate of the port, with which it speaks HTTPS, and with {@code ca} those that senders need
 * @param maxBodyBytes longest body of one request
 * @param maxRequests how many requests may be read or wait for Kafka at one time
 * @param answerWithin how long a request may wait for Kafka before the sender is told to come again
 */
@TypeName("http")
public record HttpSourceSettings(
        String name,
        @Default("127.0.0.1") String bindAddress,
        @Default("9403") int port,
        List<String> dialects,
        Optional<String> brokerVersion,
        @Default("default") String fleet,
        Optional<Secret> token,
        @Default("false") boolean tokenInQuery,
        Optional<TlsSettings> tls,
        @Default("1048576") int maxBodyBytes,
        @Default("32") int maxRequests,
        @Default("10s") Duration answerWithin)
        implements SourceSettings {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");
    private static final int SHORTEST_TOKEN = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    public HttpSourceSettings {
        SourceName.check(name);
        Setting.notBlank("bind-address", bindAddress);
        Setting.inRange("port", port, 0, 65_535);
        Setting.check(!dialects.isEmpty(), "dialects", "required, expected at least one dialect");
        Setting.notBlank("fleet", fleet);
        Setting.check(
                token.isPresent() || LOOPBACK.contains(bindAddress),
                "token",
                "required where other machines can connect, expected ${env:NAME} or ${file:/path}");
        Setting.check(
                token.map(Secret::reveal).map(String::length).orElse(SHORTEST_TOKEN) >= SHORTEST_TOKEN,
                "token",
                "expected at least " + SHORTEST_TOKEN + " characters");
        Setting.check(token.isPresent() || !tokenInQuery, "token-in-query", "expected only with token");
        Setting.check(
                tls.flatMap(TlsSettings::certificate).isPresent() || tls.isEmpty(),
                "tls.certificate",
                "required, expected the PEM file of the port's certificate");
        Setting.inRange("max-body-bytes", maxBodyBytes, 1_024, 16_777_216);
        Setting.inRange("max-requests", maxRequests, 1, 1_000);
        Setting.inRange("answer-within", answerWithin, Duration.ofMillis(100), LONGEST_WAIT);
    }

    @Override
    public String session() {
        return port == 0 ? "http " + name : "http port " + port;
    }

    @Override
    public String sessionKey() {
        return "port";
    }

    @Override
    public boolean speaks(String dialectId) {
        return dialects.contains(dialectId);
    }
}

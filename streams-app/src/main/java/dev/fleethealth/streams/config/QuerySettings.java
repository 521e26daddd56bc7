package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.service.tls.TlsSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/**
 * The port that answers questions about fleets and devices, and serves the web page.
 *
 * @param enabled whether {@code run} answers, too; {@code query} always does
 * @param bindAddress address to listen on; {@code 0.0.0.0} in a container
 * @param port TCP port, not that of {@code management}; 0 takes a free one
 * @param token what those who ask prove themselves with, as {@code Authorization: Bearer}: {@code ${env:NAME}} or
 *     {@code ${file:/path}}; required unless only this machine can connect
 * @param allowAnonymous whether other machines are let in without a token, as behind a proxy that asks for one
 * @param tls the certificate of the port, with which it speaks HTTPS, and with {@code ca} those that clients need
 * @param advertisedHost name or address under which other instances reach this one; without it, {@code bind-address}, or this
 *     machine's own address where that is a wildcard
 * @param allowSilences whether silences can be made and ended over this port
 * @param requestsPerSecond how much one address may ask in the long run
 * @param burst how much of it at once
 * @param memoryMebibytes block cache and write buffers of all that is kept to be asked, besides {@code state.memory-mebibytes}
 */
public record QuerySettings(
        @Default("true") boolean enabled,
        @Default("127.0.0.1") String bindAddress,
        @Default("9480") int port,
        Optional<Secret> token,
        @Default("false") boolean allowAnonymous,
        Optional<TlsSettings> tls,
        Optional<String> advertisedHost,
        @Default("true") boolean allowSilences,
        @Default("20") int requestsPerSecond,
        @Default("100") int burst,
        @Default("64") int memoryMebibytes) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");
    private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::", "[::]");
    private static final int SHORTEST_TOKEN = 16;

    public QuerySettings {
        Setting.notBlank("bind-address", bindAddress);
        Setting.inRange("port", port, 0, 65_535);
        Setting.check(
                token.isPresent() || allowAnonymous || LOOPBACK.contains(bindAddress),
                "token",
                "required where other machines can connect, expected ${env:NAME} or ${file:/path}, or allow-anonymous");
        Setting.check(
                token.map(Secret::reveal).map(String::length).orElse(SHORTEST_TOKEN) >= SHORTEST_TOKEN,
                "token",
                "expected at least " + SHORTEST_TOKEN + " characters");
        Setting.check(token.isEmpty() || !allowAnonymous, "allow-anonymous", "expected only without token");
        Setting.check(
                tls.flatMap(TlsSettings::certificate).isPresent() || tls.isEmpty(),
                "tls.certificate",
                "required, expected the PEM file of the port's certificate");
        Setting.inRange("requests-per-second", requestsPerSecond, 1, 100_000);
        Setting.inRange("burst", burst, 1, 100_000);
        Setting.inRange("memory-mebibytes", memoryMebibytes, 16, 1 << 20);
    }

    /** Where other instances reach this one. */
    public String advertised() {
        return advertisedHost.orElseGet(() -> WILDCARDS.contains(bindAddress) ? ownAddress() : bindAddress);
    }

    private static String ownAddress() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException e) {
            throw new ConfigurationException(
                    "query.advertised-host: required, for this machine's own address is not known");
        }
    }
}

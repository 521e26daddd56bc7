package dev.fleethealth.bridge.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.service.config.TypeName;
import dev.fleethealth.service.tls.TlsSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A broker that is subscribed to over MQTT ({@code type: mqtt}).
 *
 * @param name name in logs, metrics and health: lower-case letters, digits and hyphens
 * @param dialect id of the dialect of this broker's messages
 * @param brokerVersion the broker's version, where its messages differ by version; quote it: {@code "2.0"}
 * @param broker {@code mqtt://host}, {@code mqtts://host}, {@code ws://host/path} or {@code wss://host/path}; the port
 *     defaults to 1883, 8883, 80 or 443
 * @param mqttVersion {@code 5} or {@code 3.1.1}; EMQX needs 3.1.1 unless its {@code retry_interval} is infinity
 * @param clientId stable name of the session that keeps messages while the bridge is away; every replica has its own
 * @param topics what to subscribe to; at least one
 * @param fleet fleet of the devices to which no rule gives another
 * @param credentials user name and password, where the broker asks for them
 * @param tls trust, for {@code mqtts} and {@code wss}
 * @param sessionExpiry how long the broker keeps the session while the bridge is away (MQTT 5; with 3.1.1 the broker
 *     decides)
 * @param receiveMaximum how many messages the broker may send before the first is acknowledged (MQTT 5); use 65535 for
 *     Mosquitto 2.0, which ignores small values
 * @param maximumPacketSize longest message in bytes (MQTT 5); the broker discards longer ones
 * @param keepAlive longest silence on the connection
 * @param connectTimeout how long a connection may take to be made
 */
@TypeName("mqtt")
public record MqttSourceSettings(
        String name,
        String dialect,
        Optional<String> brokerVersion,
        URI broker,
        @Default("\"5\"") MqttVersion mqttVersion,
        String clientId,
        List<TopicFilterSettings> topics,
        @Default("default") String fleet,
        Optional<CredentialSettings> credentials,
        Optional<TlsSettings> tls,
        @Default("1d") Duration sessionExpiry,
        @Default("1000") int receiveMaximum,
        @Default("262144") int maximumPacketSize,
        @Default("30s") Duration keepAlive,
        @Default("10s") Duration connectTimeout)
        implements SourceSettings {

    private static final Set<String> SCHEMES = Set.of("mqtt", "mqtts", "ws", "wss");
    private static final Duration LONGEST_KEEP_ALIVE = Duration.ofSeconds(65_535);
    private static final Duration LONGEST_EXPIRY = Duration.ofDays(365);
    private static final int LONGEST_CLIENT_ID = 65_535;
    private static final int LARGEST_PACKET = 268_435_455;

    public MqttSourceSettings {
        SourceName.check(name);
        Setting.check(
                broker.getHost() != null && SCHEMES.contains(String.valueOf(broker.getScheme())),
                "broker",
                "expected mqtt://host, mqtts://host, ws://host/path or wss://host/path, was \"" + broker + '"');
        Setting.check(broker.getUserInfo() == null, "broker", "expected no user in it, use credentials");
        Setting.check(tls.isEmpty() || isEncrypted(broker), "tls", "expected only with mqtts:// or wss://");
        Setting.notBlank("client-id", clientId);
        Setting.inRange("client-id", clientId.length(), 1, LONGEST_CLIENT_ID);
        Setting.check(!topics.isEmpty(), "topics", "required, expected at least one topic filter");
        Setting.notBlank("fleet", fleet);
        Setting.inRange("session-expiry", sessionExpiry, Duration.ofSeconds(1), LONGEST_EXPIRY);
        Setting.inRange("receive-maximum", receiveMaximum, 1, 65_535);
        Setting.inRange("maximum-packet-size", maximumPacketSize, 1_024, LARGEST_PACKET);
        Setting.inRange("keep-alive", keepAlive, Duration.ofSeconds(1), LONGEST_KEEP_ALIVE);
        Setting.inRange("connect-timeout", connectTimeout, Duration.ofMillis(100), Duration.ofMinutes(5));
    }

    @Override
    public String session() {
        return broker.getAuthority() + " " + clientId;
    }

    @Override
    public String sessionKey() {
        return "client-id";
    }

    /** Whether the connection is encrypted. */
    public boolean encrypted() {
        return isEncrypted(broker);
    }

    /** Whether MQTT runs over a web socket. */
    public boolean webSocket() {
        return broker.getScheme().startsWith("ws");
    }

    /** The port of the broker's URI, or the usual one for its scheme. */
    public int port() {
        if (broker.getPort() != -1) {
            return broker.getPort();
        }
        if (webSocket()) {
            return encrypted() ? 443 : 80;
        }
        return encrypted() ? 8883 : 1883;
    }

    private static boolean isEncrypted(URI broker) {
        return broker.getScheme().endsWith("s") && !broker.getScheme().equals("ws");
    }

    @Override
    public boolean speaks(String dialectId) {
        return topics.stream().anyMatch(topic -> topic.dialect().orElse(dialect).equals(dialectId));
    }
}

package dev.fleethealth.bridge.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.service.config.TypeName;
import dev.fleethealth.service.tls.TlsSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The client status events of Alibaba's ApsaraMQ for MQTT, over AMQP 0-9-1 ({@code type: apsaramq-amqp}).
 *
 * @param name name in logs, metrics and health: lower-case letters, digits and hyphens
 * @param dialect id of the dialect of the messages
 * @param broker {@code amqp://host} or {@code amqps://host}, such as {@code
 *     amqp://<instance>-server-internet.mqtt.aliyuncs.com}; the port defaults to 5672 or 5671
 * @param instanceId id of the ApsaraMQ instance
 * @param groups ids of the MQTT groups whose clients are watched; at least one
 * @param accessKeyId id of an access key that may consume: {@code ${env:NAME}} or {@code ${file:/path}}
 * @param accessKeySecret its secret, likewise
 * @param fleet fleet of the devices to which no rule gives another
 * @param tls whom to trust with {@code amqps://}
 * @param prefetch messages of each group that the broker may send before the first is acknowledged; 0 does not ask for a
 *     limit
 * @param heartbeat longest silence on the connection
 * @param connectTimeout how long a connection may take to be made
 */
@TypeName("apsaramq-amqp")
public record ApsaramqSourceSettings(
        String name,
        @Default("apsaramq") String dialect,
        URI broker,
        String instanceId,
        List<String> groups,
        Secret accessKeyId,
        Secret accessKeySecret,
        @Default("default") String fleet,
        Optional<TlsSettings> tls,
        @Default("500") int prefetch,
        @Default("30s") Duration heartbeat,
        @Default("10s") Duration connectTimeout)
        implements SourceSettings {
    private static final Set<String> SCHEMES = Set.of("amqp", "amqps");

    public ApsaramqSourceSettings {
        SourceName.check(name);
        Setting.check(
                broker.getHost() != null && SCHEMES.contains(String.valueOf(broker.getScheme())),
                "broker",
                "expected amqp://host or amqps://host, was \"" + broker + '"');
        Setting.check(
                broker.getUserInfo() == null,
                "broker",
                "expected no user in it, use access-key-id and access-key-secret");
        Setting.check(tls.isEmpty() || isEncrypted(broker), "tls", "expected only with amqps://");
        Setting.notBlank("instance-id", instanceId);
        Setting.check(!groups.isEmpty(), "groups", "required, expected at least one group");
        Setting.check(
                Set.copyOf(groups).size() == groups.size() && groups.stream().noneMatch(String::isBlank),
                "groups",
                "expected each group once");
        Setting.notBlank("fleet", fleet);
        Setting.inRange("prefetch", prefetch, 0, 65_535);
        Setting.inRange("heartbeat", heartbeat, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Setting.inRange("connect-timeout", connectTimeout, Duration.ofMillis(100), Duration.ofMinutes(5));
    }

    @Override
    public Optional<String> brokerVersion() {
        return Optional.empty();
    }

    @Override
    public String session() {
        return broker.getAuthority() + " " + instanceId + " " + new TreeSet<>(groups);
    }

    @Override
    public String sessionKey() {
        return "groups";
    }

    @Override
    public boolean speaks(String dialectId) {
        return dialect.equals(dialectId);
    }

    /** Whether the connection is encrypted. */
    public boolean encrypted() {
        return isEncrypted(broker);
    }

    /** The port of the broker's URI, or the usual one for its scheme. */
    public int port() {
        if (broker.getPort() != -1) {
            return broker.getPort();
        }
        return encrypted() ? 5671 : 5672;
    }

    private static boolean isEncrypted(URI broker) {
        return "amqps".equals(broker.getScheme());
    }
}

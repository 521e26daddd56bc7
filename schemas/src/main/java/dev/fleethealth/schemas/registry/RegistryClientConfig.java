package dev.fleethealth.schemas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;

/**
 * How to reach the registry; keys, defaults and meanings are those of Confluent's client. Two equal configurations share
 * one client. Keys under {@code schema.registry.ssl.} are Kafka's own {@code ssl.} settings.
 */
public final class RegistryClientConfig extends AbstractConfig {
    /** Comma-separated base URLs, tried in order; {@code mock://scope} is a registry in memory. */
    public static final String URLS = "schema.registry.url";

    /** Whether the registry compares schemas in normal form. */
    public static final String NORMALIZE = "normalize.schemas";

    /** Longest time to connect, in milliseconds. */
    public static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";

    /** Longest time until an answer, in milliseconds. */
    public static final String READ_TIMEOUT = "http.read.timeout.ms";

    static final String BASIC_SOURCE = "basic.auth.credentials.source";
    static final String BASIC_USER_INFO = "basic.auth.user.info";
    static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    static final String BEARER_TOKEN = "bearer.auth.token";
    static final String JAAS = "sasl.jaas.config";
    static final String RETRIES = "max.retries";
    static final String RETRY_WAIT = "retries.wait.ms";
    static final String RETRY_LONGEST_WAIT = "retries.max.wait.ms";

    private static final String PREFIX = "schema.registry.";
    private static final String SSL_PREFIX = PREFIX + "ssl.";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(URLS, ConfigDef.Type.LIST, Importance.HIGH, "Base URLs of the registry, tried in order.")
            .define(
                    NORMALIZE,
                    ConfigDef.Type.BOOLEAN,
                    false,
                    Importance.LOW,
                    "Whether the registry normalizes schemas.")
            .define(BASIC_SOURCE, ConfigDef.Type.STRING, "URL", Importance.MEDIUM, "URL, USER_INFO or SASL_INHERIT.")
            .define(BASIC_USER_INFO, ConfigDef.Type.PASSWORD, "", Importance.MEDIUM, "user:password, for USER_INFO.")
            .define(
                    BEARER_SOURCE,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "STATIC_TOKEN, or empty for no bearer token.")
            .define(BEARER_TOKEN, ConfigDef.Type.PASSWORD, "", Importance.MEDIUM, "The token, for STATIC_TOKEN.")
            .define(JAAS, ConfigDef.Type.PASSWORD, "", Importance.MEDIUM, "Kafka's own login, for SASL_INHERIT.")
            .define(
                    CONNECT_TIMEOUT,
                    ConfigDef.Type.INT,
                    60_000,
                    Range.atLeast(1),
                    Importance.LOW,
                    "Milliseconds to connect.")
            .define(
                    READ_TIMEOUT,
                    ConfigDef.Type.INT,
                    60_000,
                    Range.atLeast(1),
                    Importance.LOW,
                    "Milliseconds to answer.")
            .define(
                    RETRIES,
                    ConfigDef.Type.INT,
                    3,
                    Range.atLeast(0),
                    Importance.LOW,
                    "Rounds over all URLs after the first.")
            .define(
                    RETRY_WAIT,
                    ConfigDef.Type.INT,
                    1_000,
                    Range.atLeast(0),
                    Importance.LOW,
                    "Milliseconds before a retry.")
            .define(
                    RETRY_LONGEST_WAIT,
                    ConfigDef.Type.INT,
                    20_000,
                    Range.atLeast(0),
                    Importance.LOW,
                    "Limit of the growing wait.");

    private RegistryClientConfig(Map<String, ?> settings) {
        super(DEFINITION, settings, false);
    }

    /**
     * Takes what concerns the registry out of a Kafka client's settings.
     *
     * @throws ConfigException when a value is missing or wrong
     */
    public static RegistryClientConfig of(Map<String, ?> settings) {
        Map<String, Object> concerned = new TreeMap<>();
        settings.forEach((key, value) -> {
            if (value != null && (key.startsWith(PREFIX) || DEFINITION.names().contains(key))) {
                concerned.put(key, value);
            }
        });
        return new RegistryClientConfig(concerned);
    }

    List<URI> urls() {
        List<URI> urls = getList(URLS).stream().map(RegistryClientConfig::url).toList();
        if (urls.isEmpty()) {
            throw new ConfigException(URLS, "", "expected one URL or more");
        }
        return urls;
    }

    Duration connectTimeout() {
        return millis(CONNECT_TIMEOUT);
    }

    Duration readTimeout() {
        return millis(READ_TIMEOUT);
    }

    RetryPolicy retryPolicy() {
        return new RetryPolicy(getInt(RETRIES), millis(RETRY_WAIT), millis(RETRY_LONGEST_WAIT));
    }

    String secret(String key) {
        Password password = getPassword(key);
        return password.value();
    }

    boolean hasSslSettings() {
        return originals().keySet().stream().anyMatch(key -> key.startsWith(SSL_PREFIX));
    }

    /** Kafka's {@code ssl.} settings for the connection to the registry, with their defaults. */
    Map<String, ?> sslSettings() {
        ConfigDef definition = new ConfigDef();
        SslConfigs.addClientSslSupport(definition);
        return definition.parse(originalsWithPrefix(PREFIX));
    }

    private Duration millis(String key) {
        return Duration.ofMillis(getInt(key));
    }

    /** The URL may carry a password, so that no message shows it. */
    private static URI url(String text) {
        try {
            URI url = new URI(text.strip().replaceAll("/+$", ""));
            boolean known = "http".equals(url.getScheme()) || "https".equals(url.getScheme()) || isMock(url);
            if (known && url.getHost() != null) {
                return url;
            }
        } catch (java.net.URISyntaxException notShown) {
            throw wrongUrl();
        }
        throw wrongUrl();
    }

    static boolean isMock(URI url) {
        return "mock".equals(url.getScheme());
    }

    private static ConfigException wrongUrl() {
        return new ConfigException(
                URLS + ": expected http://host[:port][/path], https://… or mock://scope, a comma between two");
    }
}

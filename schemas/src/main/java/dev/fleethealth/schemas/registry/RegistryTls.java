package dev.fleethealth.schemas.registry;

import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** TLS to the registry, by Kafka's own reading of its {@code ssl.} settings: PEM, JKS and PKCS12 stores. */
final class RegistryTls {
    private static final String ENDPOINT_CHECK = SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG;

    private RegistryTls() {}

    /** Empty when nothing is configured: then the trust of the Java runtime holds. */
    static Optional<SSLContext> context(RegistryClientConfig config) {
        return config.hasSslSettings() ? Optional.of(context(config.sslSettings())) : Optional.empty();
    }

    private static SSLContext context(Map<String, ?> settings) {
        if (!"https".equalsIgnoreCase((String) settings.get(ENDPOINT_CHECK))) {
            throw new ConfigException(
                    "schema.registry." + ENDPOINT_CHECK + ": expected https, the check of the host name stays on");
        }
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(settings);
            return factory.sslContext();
        } catch (KafkaException unusable) {
            throw new ConfigException("schema.registry.ssl.*: " + unusable.getMessage());
        }
    }
}

package dev.fleethealth.bridge.amqp;

import com.rabbitmq.client.ConnectionFactory;
import dev.fleethealth.bridge.config.ApsaramqSourceSettings;
import dev.fleethealth.service.tls.TlsContext;
import dev.fleethealth.service.tls.TlsSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How to connect to ApsaraMQ. */
final class StatusConnections {
    /** The name that the service gives to its only virtual host. */
    private static final String VIRTUAL_HOST = "MQTT";

    private StatusConnections() {}

    /**
     * For one connection: the signature holds for this time, and replaced certificates hold from now on. The client does not
     * reconnect by itself: it would use the old signature, and has no backoff.
     */
    static ConnectionFactory factory(ApsaramqSourceSettings settings, Instant now) {
        AccessKey key = AccessKey.of(settings, now);
        int timeout = (int) settings.connectTimeout().toMillis();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(settings.broker().getHost());
        factory.setPort(settings.port());
        factory.setVirtualHost(VIRTUAL_HOST);
        factory.setUsername(key.username());
        factory.setPassword(key.password());
        factory.setClientProperties(Map.of("signKey", key.signKey()));
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setRequestedHeartbeat((int) settings.heartbeat().toSeconds());
        factory.setConnectionTimeout(timeout);
        factory.setHandshakeTimeout(timeout);
        factory.setChannelRpcTimeout(timeout);
        factory.setShutdownTimeout(timeout);
        if (settings.encrypted()) {
            Optional<TlsSettings> tls = settings.tls();
            factory.useSslProtocol(
                    TlsContext.of(tls.flatMap(TlsSettings::trusted), tls.flatMap(TlsSettings::identity)));
            factory.enableHostnameVerification();
        }
        return factory;
    }
}

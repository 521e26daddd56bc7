package dev.fleethealth.bridge.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.MqttWebSocketConfig;
import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.bridge.config.TlsSettings;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** TCP, TLS and web socket, as the settings say. */
final class Transport {
    private Transport() {}

    /** Reads the trusted certificates anew, so that replaced ones hold from the next connection on. */
    static MqttClientTransportConfig of(MqttSourceSettings settings) {
        long timeout = settings.connectTimeout().toMillis();
        MqttClientTransportConfigBuilder transport = MqttClientTransportConfig.builder()
                .serverHost(settings.broker().getHost())
                .serverPort(settings.port())
                .socketConnectTimeout(timeout, TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(timeout, TimeUnit.MILLISECONDS);
        if (settings.encrypted()) {
            transport.sslConfig(tls(settings));
        }
        if (settings.webSocket()) {
            transport.webSocketConfig(webSocket(settings));
        }
        return transport.build();
    }

    /** Without a host name verifier of our own, the client checks the certificate's names as HTTPS does. */
    private static MqttClientSslConfig tls(MqttSourceSettings settings) {
        return MqttClientSslConfig.builder()
                .protocols(List.of("TLSv1.3", "TLSv1.2"))
                .trustManagerFactory(settings.tls()
                        .flatMap(TlsSettings::ca)
                        .map(TrustedCertificates::read)
                        .orElse(null))
                .build();
    }

    private static MqttWebSocketConfig webSocket(MqttSourceSettings settings) {
        String path = settings.broker().getPath();
        return MqttWebSocketConfig.builder()
                .serverPath(path.startsWith("/") ? path.substring(1) : path)
                .build();
    }
}

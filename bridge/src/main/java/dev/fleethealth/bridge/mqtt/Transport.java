package dev.fleethealth.bridge.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.MqttWebSocketConfig;
import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.service.tls.TlsSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** TCP, TLS and web socket, as the settings say. */
final class Transport {
    private Transport() {}

    /** Reads the files with certificates and keys anew, so that replaced ones hold from the next connection on. */
    static MqttClientTransportConfig of(MqttSourceSettings settings) {
        long timeout = settings.connectTimeout().toMillis();
        MqttClientTransportConfigBuilder transport = MqttClientTransportConfig.builder()
                .serverHost(settings.broker().getHost())
                .serverPort(settings.port())
                .socketConnectTimeout(timeout, TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(timeout, TimeUnit.MILLISECONDS);
        if (settings.encrypted()) {
            transport = transport.sslConfig(tls(settings));
        }
        if (settings.webSocket()) {
            transport = transport.webSocketConfig(webSocket(settings));
        }
        return transport.build();
    }

    /** Without a host name verifier of our own, the client checks the certificate's names as HTTPS does. */
    private static MqttClientSslConfig tls(MqttSourceSettings settings) {
        Optional<TlsSettings> tls = settings.tls();
        return MqttClientSslConfig.builder()
                .protocols(List.of("TLSv1.3", "TLSv1.2"))
                .trustManagerFactory(tls.flatMap(TlsSettings::trusted).orElse(null))
                .keyManagerFactory(tls.flatMap(TlsSettings::identity).orElse(null))
                .handshakeTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    private static MqttWebSocketConfig webSocket(MqttSourceSettings settings) {
        String path = settings.broker().getPath();
        return MqttWebSocketConfig.builder()
                .serverPath(path.startsWith("/") ? path.substring(1) : path)
                .build();
    }
}

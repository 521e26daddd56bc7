package dev.fleethealth.hivemq;

import com.hivemq.extension.sdk.api.client.parameter.ClientTlsInformation;
import com.hivemq.extension.sdk.api.client.parameter.ConnectionInformation;
import com.hivemq.extension.sdk.api.client.parameter.Listener;
import com.hivemq.extension.sdk.api.client.parameter.ProxyInformation;
import java.net.InetAddress;
import java.security.cert.X509Certificate;

/** The network's side of a connection: address, listener, TLS, proxy. HiveMQ tells the device's port only behind a proxy. */
final class NetworkFields {
    private NetworkFields() {}

    static void write(JsonWriter json, ConnectionInformation connection) {
        json.text("mqttVersion", connection.getMqttVersion().name());
        json.text("ip", connection.getInetAddress().map(InetAddress::getHostAddress));
        connection.getListener().ifPresent(listener -> write(json, listener));
        connection.getClientTlsInformation().ifPresent(tls -> write(json, tls));
        connection.getProxyInformation().ifPresent(proxy -> write(json, proxy));
    }

    private static void write(JsonWriter json, Listener listener) {
        json.beginObject("listener")
                .text("name", listener.getName())
                .text("type", listener.getListenerType().name())
                .text("bindAddress", listener.getBindAddress())
                .number("port", listener.getPort())
                .endObject();
    }

    private static void write(JsonWriter json, ClientTlsInformation tls) {
        json.beginObject("tls")
                .text("protocol", tls.getProtocol())
                .text("cipherSuite", tls.getCipherSuite())
                .text("sni", tls.getHostname().map(Texts::bounded));
        tls.getClientCertificate().ifPresent(certificate -> write(json, certificate));
        json.endObject();
    }

    private static void write(JsonWriter json, X509Certificate certificate) {
        json.text(
                        "clientCertificateSubject",
                        Texts.bounded(certificate.getSubjectX500Principal().getName()))
                .text("clientCertificateSerial", certificate.getSerialNumber().toString(16))
                .number("clientCertificateNotAfter", certificate.getNotAfter().getTime());
    }

    private static void write(JsonWriter json, ProxyInformation proxy) {
        json.number("port", proxy.getSourcePort())
                .beginObject("proxy")
                .text("sourceAddress", proxy.getSourceAddress().getHostAddress())
                .text("address", proxy.getProxyAddress().getHostAddress())
                .number("port", proxy.getProxyPort())
                .text("tlsVersion", proxy.getTlsVersion().map(Texts::bounded))
                .text("clientCertificateCn", proxy.getSslCertificateCN().map(Texts::bounded))
                .endObject();
    }
}

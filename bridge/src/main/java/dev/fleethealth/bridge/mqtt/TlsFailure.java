package dev.fleethealth.bridge.mqtt;

import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.service.tls.TlsSettings;
import io.netty.handler.ssl.NotSslRecordException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in one line why there is no TLS with a broker: which host, which file, what to look at. */
final class TlsFailure {
    private static final int DEEPEST_CAUSE = 10;

    private final List<Throwable> causes;
    private final MqttSourceSettings settings;

    private TlsFailure(List<Throwable> causes, MqttSourceSettings settings) {
        this.causes = causes;
        this.settings = settings;
    }

    /** Empty when the failure has nothing to do with TLS. */
    static Optional<String> explain(Throwable failure, MqttSourceSettings settings) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .toList();
        return new TlsFailure(causes, settings).explain();
    }

    private Optional<String> explain() {
        if (first(NotSslRecordException.class).isPresent()) {
            return Optional.of(host() + " does not speak TLS");
        }
        return ofCertificate().or(this::ofHandshake).or(this::ofSilence);
    }

    private Optional<String> ofCertificate() {
        return first(CertificateExpiredException.class)
                .map(cause -> certificate() + " has expired: " + cause.getMessage())
                .or(() -> first(CertificateNotYetValidException.class)
                        .map(cause -> certificate() + " is not valid yet: " + cause.getMessage()))
                .or(() -> first(CertPathBuilderException.class)
                        .map(cause -> certificate() + " is not signed by an authority in " + authorities()))
                .or(() -> first(CertificateException.class)
                        .map(cause -> certificate() + " does not hold for this host: " + cause.getMessage()));
    }

    private Optional<String> ofHandshake() {
        return first(SSLException.class).map(cause -> {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("protocol_version") || message.contains("protocol version")) {
                return host() + " speaks neither TLS 1.3 nor TLS 1.2";
            }
            return message.contains("certificate")
                    ? host() + " refused " + ownCertificate() + ": " + message
                    : "no TLS with " + host() + ": " + message;
        });
    }

    private Optional<String> ofSilence() {
        return first(ClosedChannelException.class)
                .filter(cause -> settings.encrypted())
                .map(cause -> host() + " closed the connection during the TLS handshake, does it speak TLS?");
    }

    private <T extends Throwable> Optional<T> first(Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private String host() {
        return settings.broker().getHost() + ":" + settings.port();
    }

    private String certificate() {
        return "the certificate of " + host();
    }

    private String authorities() {
        return settings.tls().flatMap(TlsSettings::ca).map(Object::toString).orElse("the JDK's trust store");
    }

    private String ownCertificate() {
        return settings.tls()
                .flatMap(TlsSettings::certificate)
                .map(file -> "the certificate in " + file)
                .orElse("a connection without a certificate (tls.certificate)");
    }
}

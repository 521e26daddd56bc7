package dev.fleethealth.bridge.doctor;

import dev.fleethealth.service.tls.OwnCertificate;
import dev.fleethealth.service.tls.TrustedCertificates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * What to examine: one way to one broker, as one device goes it.
 *
 * @param host name or address of the broker
 * @param port 1 to 65535
 * @param encrypted whether MQTT goes over TLS there
 * @param clientId with which to connect
 * @param login user name and password, or a token as the password
 * @param authorities PEM file with the only authorities to trust; else the JDK's
 * @param identity the device's own certificate, for brokers that ask for one
 * @param dialect id of the broker's dialect, for the rules that only this broker has
 * @param patience longest wait for any one answer
 */
public record Target(
        String host,
        int port,
        boolean encrypted,
        String clientId,
        Optional<Login> login,
        Optional<Path> authorities,
        Optional<Identity> identity,
        Optional<String> dialect,
        Duration patience) {

    /**
     * What the device shows to be let in.
     *
     * @param password a secret
     */
    public record Login(String username, String password) {
        @Override
        public String toString() {
            return "Login[username=" + username + ", ****]";
        }
    }

    /** PEM files of a client certificate and its private key. */
    public record Identity(Path certificate, Path key) {}

    /** Whom to trust. */
    public TrustManagerFactory trusted() {
        return authorities.map(TrustedCertificates::read).orElseGet(TrustedCertificates::ofTheJdk);
    }

    /** What to show to a broker that asks for a certificate. */
    public Optional<KeyManagerFactory> keys() {
        return identity.map(files -> OwnCertificate.read(files.certificate(), files.key()));
    }

    public boolean isDialect(String id) {
        return dialect.filter(id::equals).isPresent();
    }

    public int patienceMillis() {
        return Math.toIntExact(patience.toMillis());
    }

    /** As people write it. */
    public String address() {
        return host + ":" + port;
    }
}

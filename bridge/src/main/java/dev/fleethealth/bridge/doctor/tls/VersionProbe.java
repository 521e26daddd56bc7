package dev.fleethealth.bridge.doctor.tls;

import dev.fleethealth.bridge.doctor.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import javax.net.ssl.SSLException;

/** Offers a broker one version of TLS and no other. */
final class VersionProbe {
    private static final int HANDSHAKE_RECORD = 22;
    private static final int ALERT_RECORD = 21;
    private static final int SERVER_HELLO = 2;
    /** Record head (5 bytes), message head (4), version (2). */
    private static final int UP_TO_VERSION = 11;

    private final Target target;

    VersionProbe(Target target) {
        this.target = target;
    }

    Answer offer(TlsVersion version) {
        try {
            return version.isOutdated() ? offerByHand(version) : offerByJdk(version);
        } catch (SocketTimeoutException e) {
            return Answer.SILENT;
        } catch (SSLException e) {
            return isOtherProtocol(e) ? Answer.OTHER_PROTOCOL : wasReset(e) ? Answer.RESET : Answer.REFUSED;
        } catch (SocketException e) {
            return Answer.RESET;
        } catch (IOException e) {
            return Answer.REFUSED;
        }
    }

    private Answer offerByJdk(TlsVersion version) throws IOException {
        try (Handshake handshake = Handshake.withoutTrust(target, version.protocol())) {
            return Answer.ACCEPTED;
        }
    }

    private Answer offerByHand(TlsVersion version) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(target.host(), target.port()), target.patienceMillis());
            socket.setSoTimeout(target.patienceMillis());
            socket.getOutputStream().write(ClientHello.of(version, target.host(), random));
            return read(socket.getInputStream(), version);
        }
    }

    static Answer read(InputStream in, TlsVersion version) throws IOException {
        byte[] head = in.readNBytes(UP_TO_VERSION);
        if (head.length == 0) {
            return Answer.REFUSED;
        }
        if (head[0] == ALERT_RECORD) {
            return Answer.REFUSED;
        }
        if (head.length < UP_TO_VERSION || head[0] != HANDSHAKE_RECORD || head[5] != SERVER_HELLO) {
            return Answer.OTHER_PROTOCOL;
        }
        int chosen = (head[9] & 0xff) << 8 | head[10] & 0xff;
        return chosen == version.wireNumber() ? Answer.ACCEPTED : Answer.REFUSED;
    }

    private static boolean isOtherProtocol(SSLException e) {
        return String.valueOf(e.getMessage()).contains("Unsupported or unrecognized SSL message");
    }

    private static boolean wasReset(SSLException e) {
        return e.getCause() instanceof SocketException;
    }
}

package dev.fleethealth.bridge.doctor.tls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The first message of a handshake in an outdated version of TLS (RFC 4346, section 7.4.1.2), which the JDK no longer
 * sends. Just enough for a server to say whether it would go on; nothing secret ever follows it.
 */
final class ClientHello {
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int POINT_FORMATS = 11;
    /** ECDHE and RSA with AES in CBC: what servers of that time have. */
    private static final int[] CIPHER_SUITES = {0xC00A, 0xC009, 0xC014, 0xC013, 0x0035, 0x002F, 0x000A};

    private static final byte[] P256_P384 = {0, 4, 0, 23, 0, 24};
    private static final byte[] UNCOMPRESSED = {1, 0};

    private ClientHello() {}

    /** @param random 32 bytes */
    static byte[] of(TlsVersion version, String host, byte[] random) {
        byte[] body = join(
                number(version.wireNumber(), 2),
                random,
                new byte[] {0},
                sized(2, cipherSuites()),
                new byte[] {1, 0},
                sized(2, extensions(host)));
        byte[] message = join(number(CLIENT_HELLO, 1), sized(3, body));
        return join(number(HANDSHAKE, 1), number(TlsVersion.TLS_1_0.wireNumber(), 2), sized(2, message));
    }

    private static byte[] cipherSuites() {
        ByteArrayOutputStream suites = new ByteArrayOutputStream();
        for (int suite : CIPHER_SUITES) {
            suites.writeBytes(number(suite, 2));
        }
        return suites.toByteArray();
    }

    private static byte[] extensions(String host) {
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        byte[] names = sized(2, join(new byte[] {0}, sized(2, name)));
        return join(
                extension(SERVER_NAME, names),
                extension(SUPPORTED_GROUPS, P256_P384),
                extension(POINT_FORMATS, UNCOMPRESSED));
    }

    private static byte[] extension(int type, byte[] content) {
        return join(number(type, 2), sized(2, content));
    }

    private static byte[] sized(int lengthBytes, byte[] content) {
        return join(number(content.length, lengthBytes), content);
    }

    private static byte[] number(int value, int bytes) {
        byte[] number = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            number[i] = (byte) (value >> 8 * (bytes - 1 - i));
        }
        return number;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}

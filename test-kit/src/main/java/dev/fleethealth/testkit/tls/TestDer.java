package dev.fleethealth.testkit.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/** As much DER as an X.509 certificate needs (RFC 5280): the JDK reads certificates, but makes none. */
final class TestDer {
    private static final Duration AGE = Duration.ofDays(30);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] ECDSA_WITH_SHA256 = hex("300a06082a8648ce3d040302");
    private static final byte[] VERSION_3 = hex("a003020102");
    private static final byte[] BASIC_CONSTRAINTS = hex("0603551d13");
    private static final byte[] SUBJECT_ALTERNATIVE_NAME = hex("0603551d11");
    private static final byte[] TRUE = hex("0101ff");

    private TestDer() {}

    /** What is to be signed. */
    static byte[] certificateContent(
            BigInteger serial,
            X500Principal issuer,
            X500Principal subject,
            Instant expiresAt,
            PublicKey key,
            boolean authority) {
        String host = subject.getName().substring("CN=".length());
        return element(
                0x30,
                VERSION_3,
                element(0x02, serial.toByteArray()),
                ECDSA_WITH_SHA256,
                issuer.getEncoded(),
                element(0x30, time(expiresAt.minus(AGE)), time(expiresAt)),
                subject.getEncoded(),
                key.getEncoded(),
                element(0xa3, element(0x30, authority ? authorityExtension() : new byte[0], hostExtension(host))));
    }

    static byte[] signed(byte[] content, byte[] signature) {
        return element(0x30, content, ECDSA_WITH_SHA256, element(0x03, new byte[] {0}, signature));
    }

    private static byte[] authorityExtension() {
        return element(0x30, BASIC_CONSTRAINTS, TRUE, element(0x04, element(0x30, TRUE)));
    }

    private static byte[] hostExtension(String host) {
        byte[] name = element(0x82, host.getBytes(StandardCharsets.US_ASCII));
        return element(0x30, SUBJECT_ALTERNATIVE_NAME, element(0x04, element(0x30, name)));
    }

    private static byte[] time(Instant time) {
        return element(0x18, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.size() > 0xff) {
            element.write(0x82);
            element.write(content.size() >> 8);
        } else if (content.size() > 0x7f) {
            element.write(0x81);
        }
        element.write(content.size());
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}

package dev.fleethealth.service.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** Puts private keys of older forms into PKCS#8 (RFC 5208), the only one that the JDK reads. */
final class Pkcs8 {
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final byte[] VERSION = hex("020100");
    private static final byte[] RSA_ENCRYPTION = hex("300d06092a864886f70d0101010500");
    private static final byte[] EC_PUBLIC_KEY = hex("06072a8648ce3d0201");
    private static final byte[] P256 = hex("06082a8648ce3d030107");
    private static final byte[] P384 = hex("06052b81040022");
    private static final byte[] P521 = hex("06052b81040023");

    private Pkcs8() {}

    /** @param der RSAPrivateKey (RFC 8017) */
    static byte[] ofRsa(byte[] der) {
        return element(SEQUENCE, VERSION, RSA_ENCRYPTION, element(OCTET_STRING, der));
    }

    /**
     * The curve follows from the key's length; RFC 5915 lets the key name it or not.
     *
     * @param der ECPrivateKey (RFC 5915)
     * @throws IllegalArgumentException when the key is of no curve that TLS uses
     */
    static byte[] ofEc(byte[] der) {
        byte[] algorithm = element(SEQUENCE, EC_PUBLIC_KEY, curve(der));
        return element(SEQUENCE, VERSION, algorithm, element(OCTET_STRING, der));
    }

    /** Whether PKCS#8 holds an EC key: its algorithm stands near the beginning. */
    static boolean isEc(byte[] pkcs8) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(Arrays.copyOf(pkcs8, 32)).contains(hex.formatHex(EC_PUBLIC_KEY));
    }

    /** Behind the sequence's head comes version 1 (three bytes), then the key with its length. */
    private static byte[] curve(byte[] der) {
        int head = der.length > 1 && der[1] == (byte) 0x81 ? 3 : 2;
        int length = der.length > head + 4 ? der[head + 4] : 0;
        return switch (length) {
            case 32 -> P256;
            case 48 -> P384;
            case 66 -> P521;
            default -> throw new IllegalArgumentException("no known curve");
        };
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(element, content.size());
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length > 0xff) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7f) {
            out.write(0x81);
        }
        out.write(length);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}

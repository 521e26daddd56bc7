package dev.fleethealth.streams.policy;

import java.util.Arrays;
import java.util.Optional;

/** A block of IP addresses as CIDR writes it, such as {@code 10.1.0.0/16} or {@code fd00::/8}; without a length, one. */
public final class AddressBlock {
    private static final String EXPECTED = "expected an IP address or a block of them such as 10.1.0.0/16 or fd00::/8";

    private final String text;
    private final byte[] first;
    private final int length;

    private AddressBlock(String text, byte[] first, int length) {
        this.text = text;
        this.first = first;
        this.length = length;
    }

    /** @throws IllegalArgumentException if it is no block of addresses; the message says what was expected */
    public static AddressBlock of(String text) {
        int slash = text.indexOf('/');
        byte[] first =
                IpAddress.parse(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> refused(text));
        int bits = 8 * first.length;
        int length = slash < 0 ? bits : lengthOf(text.substring(slash + 1), bits, text);
        return new AddressBlock(text, first, length);
    }

    private static int lengthOf(String digits, int bits, String text) {
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > bits) {
            throw refused(text);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(EXPECTED + ", was \"" + text + '"');
    }

    /** Whether the text is an address of this block; what is no address is in none. */
    public boolean contains(String address) {
        Optional<byte[]> bytes = IpAddress.parse(address);
        return bytes.isPresent() && contains(bytes.get());
    }

    private boolean contains(byte[] address) {
        int whole = length / 8;
        if (address.length != first.length || !Arrays.equals(address, 0, whole, first, 0, whole)) {
            return false;
        }
        int rest = length % 8;
        return rest == 0 || (address[whole] ^ first[whole]) >> (8 - rest) == 0;
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.fleethealth.streams.policy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads IP addresses in their usual notation (RFC 4291 §2.2). The JDK's own reader takes anything that is no address for
 * a host name and asks the network for it.
 */
final class IpAddress {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private IpAddress() {}

    /** The 4 bytes of an IPv4 address, also of one that is mapped into IPv6, or the 16 of an IPv6 address. */
    static Optional<byte[]> parse(String text) {
        return text.indexOf(':') < 0
                ? version4(text)
                : version6(withoutZone(text)).map(IpAddress::unmapped);
    }

    private static Optional<byte[]> version4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        if (parts.length != bytes.length) {
            return Optional.empty();
        }
        for (int i = 0; i < bytes.length; i++) {
            if (!NUMBER.matcher(parts[i]).matches() || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> version6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(bytes -> bytes.length == 16);
        }
        Optional<byte[]> left = groups(text.substring(0, gap));
        Optional<byte[]> right = groups(text.substring(gap + 2));
        return left.flatMap(
                high -> right.filter(low -> high.length + low.length <= 14).map(low -> ByteBuffer.wrap(new byte[16])
                        .put(high)
                        .position(16 - low.length)
                        .put(low)
                        .array()));
    }

    /** The bytes of groups between colons; the last one may be an IPv4 address. */
    private static Optional<byte[]> groups(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        for (String group : text.isEmpty() ? new String[0] : text.split(":", -1)) {
            Optional<byte[]> some = bytes.remaining() >= 4 && group.indexOf('.') > 0 ? version4(group) : pair(group);
            if (some.isEmpty() || bytes.remaining() < 2) {
                return Optional.empty();
            }
            bytes.put(some.get());
        }
        return Optional.of(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private static Optional<byte[]> pair(String group) {
        return GROUP.matcher(group).matches()
                ? Optional.of(ByteBuffer.allocate(2)
                        .putShort((short) Integer.parseInt(group, 16))
                        .array())
                : Optional.empty();
    }

    private static byte[] unmapped(byte[] address) {
        boolean isMapped = Arrays.equals(address, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
        return isMapped ? Arrays.copyOfRange(address, MAPPED.length, 16) : address;
    }

    private static String withoutZone(String text) {
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}

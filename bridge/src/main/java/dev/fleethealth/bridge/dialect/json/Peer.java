package dev.fleethealth.bridge.dialect.json;

import java.util.Optional;

/**
 * One end of a TCP connection, as brokers write it: {@code 10.0.0.1:5768}, {@code [::1]:5768} or, as Erlang brokers do,
 * {@code ::1:5768}.
 *
 * @param address the IP address, without brackets
 * @param port 0 to 65535; 0 where the broker does not know it
 */
public record Peer(String address, int port) {
    /** Longest text of an IPv6 address with a zone and a port, generously. */
    private static final int MAX_LENGTH = 128;

    /** Absent if the text has another form. */
    public static Optional<Peer> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || text.length() > MAX_LENGTH || !isPort(text, colon + 1)) {
            return Optional.empty();
        }
        int port = Integer.parseInt(text, colon + 1, text.length(), 10);
        String address = withoutBrackets(text.substring(0, colon));
        return port > 65_535 || !isAddress(address) ? Optional.empty() : Optional.of(new Peer(address, port));
    }

    private static boolean isPort(String text, int from) {
        int digits = text.length() - from;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return digits >= 1 && digits <= 5;
    }

    private static String withoutBrackets(String address) {
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }

    private static boolean isAddress(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '[' || c == ']') {
                return false;
            }
        }
        return !address.isEmpty();
    }
}

package dev.fleethealth.bridge.dialect.mosquitto;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the log's lines look like, which changed twice. Within one version every line has one reading; over versions it
 * has not: client ids may hold what another version writes.
 */
enum Grammar {
    /** 2.1 and later: both ends of a connection name address and port, {@code p} is MQTT's protocol level. */
    V2_1("2.1", Map.of('3', 3, '4', 4, '5', 5), 999),
    /** 2.0: only the connect names address and port. */
    V2_0("2.0", Map.of('1', 3, '2', 4, '5', 5), 999),
    /** 1.6 and earlier: addresses without a port. */
    V1_6("1.6", Map.of('1', 3, '2', 4, '5', 5), 522);

    /** Of a log whose version is not known: the newest first, so that on the newest broker no older line can be forged. */
    static final List<Grammar> NEWEST_FIRST = List.of(values());

    private final String version;
    private final Map<Character, Integer> protocolLevels;

    private final int cutAtBytes;

    Grammar(String version, Map<Character, Integer> protocolLevels, int cutAtBytes) {
        this.cutAtBytes = cutAtBytes;
        this.version = version;
        this.protocolLevels = protocolLevels;
    }

    /** The grammar of a version such as {@code 2.0.11}; absent if the text is none. */
    static Optional<Grammar> of(String version) {
        int dot = version.indexOf('.');
        Optional<Integer> major = number(dot < 0 ? version : version.substring(0, dot));
        if (major.isEmpty()) {
            return Optional.empty();
        }
        if (major.get() != 2) {
            return Optional.of(major.get() < 2 ? V1_6 : V2_1);
        }
        int next = version.indexOf('.', dot + 1);
        Optional<Integer> minor =
                dot < 0 ? Optional.of(1) : number(version.substring(dot + 1, next < 0 ? version.length() : next));
        return minor.map(number -> number == 0 ? V2_0 : V2_1);
    }

    /** The version that brought it. */
    String version() {
        return version;
    }

    /** 3, 4 or 5 for the digit after {@code p}; absent if this version never writes it. */
    Optional<Integer> protocolLevel(char digit) {
        return Optional.ofNullable(protocolLevels.get(digit));
    }

    /** Whether the broker may have cut a line of that length (src/logging.c): what is left of it may read like another. */
    boolean mayHaveCut(int bytes) {
        return bytes >= cutAtBytes;
    }

    /** Whether both ends of a connection name its address and port, which then identify it. */
    boolean identifiesConnections() {
        return this == V2_1;
    }

    private static Optional<Integer> number(String digits) {
        boolean number =
                !digits.isEmpty() && digits.length() <= 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }
}

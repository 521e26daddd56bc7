package dev.fleethealth.bridge.mapped;

import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.json.Peer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A value as a broker wrote it, and the readings of it. Numbers may be written as text. */
record Found(Place place, String text) {
    private static final int LONGEST_NUMBER = 18;
    private static final int LARGEST_PORT = 65_535;
    private static final Map<String, Integer> PROTOCOL_LEVELS =
            Map.of("3", 3, "3.1", 3, "4", 4, "3.1.1", 4, "5", 5, "5.0", 5);

    boolean truth() throws MalformedMessageException {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw mismatch("true, false, 1 or 0");
        };
    }

    int count() throws MalformedMessageException {
        long number = longCount();
        if (number > Integer.MAX_VALUE) {
            throw mismatch("a whole number up to 2147483647");
        }
        return (int) number;
    }

    int port() throws MalformedMessageException {
        long number = longCount();
        if (number > LARGEST_PORT) {
            throw mismatch("a port from 0 to 65535");
        }
        return (int) number;
    }

    long longCount() throws MalformedMessageException {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw mismatch("a whole number from 0");
        }
        return Long.parseLong(text);
    }

    /** Whole seconds of a number of units, rounded down. */
    long seconds(Duration unit) throws MalformedMessageException {
        try {
            return unit.multipliedBy(longCount()).toSeconds();
        } catch (ArithmeticException e) {
            throw mismatch("a shorter time");
        }
    }

    Instant time(TimeFormat format) throws MalformedMessageException {
        TimeFormat written = place instanceof Place.ReceivedAt ? TimeFormat.EPOCH_MILLIS : format;
        return written.read(text).orElseThrow(() -> mismatch(format.expected()));
    }

    Peer peer() throws MalformedMessageException {
        return Peer.parse(text).orElseThrow(() -> mismatch("ip:port"));
    }

    /** MQTT's protocol level, of its number or the version's name; absent for other protocols. */
    Optional<Integer> protocolLevel() {
        return Optional.ofNullable(PROTOCOL_LEVELS.get(text));
    }

    MalformedMessageException mismatch(String expected) {
        return new MalformedMessageException("%s: expected %s, found other text".formatted(name(), expected));
    }

    private String name() {
        return place instanceof Place.Pointer pointer ? "field " + pointer.pointer() : "the topic";
    }
}

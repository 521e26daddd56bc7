package dev.fleethealth.streams.query.state;

import dev.fleethealth.streams.device.DeviceKey;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/** Keys of all query stores. */
public final class StoreKeys {
    private static final char CLIENT = 'c';
    private static final char ADDRESS = 'a';

    private StoreKeys() {}

    /** A device: devices of one fleet lie together, by client id; what has no client id lies before them. */
    public static Bytes device(DeviceKey key) {
        return Bytes.wrap(deviceBytes(key).toBytes());
    }

    /** What the keys of all devices of a fleet begin with. */
    public static Bytes devicesOf(String fleet) {
        return Bytes.wrap(new KeyBytes().text(fleet).mark(CLIENT).toBytes());
    }

    /** An event of a device: those of one device lie together, in the order of their times. */
    public static Bytes event(DeviceKey device, Instant at, long eventIdHash) {
        return Bytes.wrap(deviceBytes(device)
                .number(at.toEpochMilli())
                .number(eventIdHash)
                .toBytes());
    }

    /** When the event of a key happened. */
    public static Instant timeOfEvent(Bytes key) {
        return Instant.ofEpochMilli(KeyBytes.numberAt(key.get(), key.get().length - 2 * Long.BYTES));
    }

    /** The hashed event id of a key. */
    public static long eventIdHashOf(Bytes key) {
        return KeyBytes.numberAt(key.get(), key.get().length - Long.BYTES);
    }

    public static Bytes fleet(String fleet) {
        return Bytes.wrap(new KeyBytes().text(fleet).toBytes());
    }

    /** A minute of a fleet. */
    public static Bytes minute(String fleet, long epochMinute) {
        return Bytes.wrap(new KeyBytes().text(fleet).number(epochMinute).toBytes());
    }

    /** The minute of a key, since 1970. */
    public static long minuteOf(Bytes key) {
        return KeyBytes.numberAt(key.get(), key.get().length - Long.BYTES);
    }

    /** An episode of an alert: episodes lie by the time at which they opened. */
    public static Bytes episode(Instant openedAt, String episodeId) {
        return Bytes.wrap(
                new KeyBytes().number(openedAt.toEpochMilli()).text(episodeId).toBytes());
    }

    /** Sorts after every key that begins so. */
    public static Bytes endOf(Bytes prefix) {
        return Bytes.increment(prefix);
    }

    private static KeyBytes deviceBytes(DeviceKey key) {
        KeyBytes bytes = new KeyBytes().text(key.fleet());
        return key.clientId().isEmpty()
                ? bytes.mark(ADDRESS).text(key.address())
                : bytes.mark(CLIENT).text(key.clientId());
    }
}

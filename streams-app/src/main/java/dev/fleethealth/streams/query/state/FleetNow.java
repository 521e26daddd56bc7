package dev.fleethealth.streams.query.state;

import dev.fleethealth.streams.state.BinaryReader;
import dev.fleethealth.streams.state.BinaryWriter;
import java.time.Instant;

/**
 * A fleet as one partition knows it.
 *
 * @param newestEvent time of the newest event of the partition when the fleet last changed
 */
public record FleetNow(String name, long online, long known, Instant newestEvent) {
    private static final int VERSION = 1;

    public byte[] toBytes() {
        return new BinaryWriter()
                .raw(VERSION)
                .text(name)
                .number(online)
                .number(known)
                .time(newestEvent)
                .toBytes();
    }

    public static FleetNow of(byte[] bytes) {
        BinaryReader in = BinaryReader.of(bytes, VERSION, "fleet");
        return new FleetNow(in.text(), in.number(), in.number(), in.time());
    }
}

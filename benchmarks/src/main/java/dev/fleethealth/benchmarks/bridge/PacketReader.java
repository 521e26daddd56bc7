package dev.fleethealth.benchmarks.bridge;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads what an MQTT client sends, as far as a broker needs it that only hands out messages. */
final class PacketReader {
    private static final int BUFFER = 65_536;
    private static final int CONTINUED = 0x80;

    private final DataInputStream in;

    PacketReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
    }

    /** The next packet; waits for it. */
    Packet next() throws IOException {
        int type = in.readUnsignedByte() >> 4;
        return new Packet(type, in.readNBytes(remainingLength()));
    }

    /** Whether something has come that was not read yet. */
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    private int remainingLength() throws IOException {
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.readUnsignedByte();
            length |= (digit & ~CONTINUED) << shift;
            shift += 7;
        } while ((digit & CONTINUED) != 0);
        return length;
    }

    /**
     * A control packet.
     *
     * @param type as MQTT numbers them
     * @param body what follows the fixed header
     */
    record Packet(int type, byte[] body) {
        static final int CONNECT = 1;
        static final int PUBACK = 4;
        static final int SUBSCRIBE = 8;
        static final int PINGREQ = 12;
        static final int DISCONNECT = 14;
    }
}

package dev.fleethealth.demo.mqtt;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a connection's bytes into packets; bytes may come in any portions. */
final class PacketReader {
    /** More than any packet that a device of the demo is sent. */
    private static final int CAPACITY = 4096;

    private static final int CONNACK = 2;

    private final ByteBuffer pending = ByteBuffer.allocate(CAPACITY);

    /** Where the next bytes go. */
    ByteBuffer buffer() {
        return pending;
    }

    /**
     * The packets that are complete by now.
     *
     * @throws ProtocolException when the broker sends a packet that is larger than any that it should
     */
    List<Incoming> complete() throws ProtocolException {
        List<Incoming> packets = new ArrayList<>();
        pending.flip();
        for (Optional<Incoming> packet = next(); packet.isPresent(); packet = next()) {
            packets.add(packet.get());
        }
        pending.compact();
        if (!pending.hasRemaining()) {
            throw new ProtocolException("a packet of more than " + CAPACITY + " bytes");
        }
        return packets;
    }

    private Optional<Incoming> next() {
        int start = pending.position();
        int length = bodyLength();
        if (length < 0 || pending.remaining() < length) {
            pending.position(start);
            return Optional.empty();
        }
        byte[] body = new byte[length];
        pending.get(body);
        return Optional.of(packet((pending.get(start) & 0xF0) >> 4, body));
    }

    /** Moves behind the fixed header; -1 when it is not complete. */
    private int bodyLength() {
        if (!pending.hasRemaining()) {
            return -1;
        }
        pending.get();
        int length = 0;
        for (int shift = 0; shift <= 21 && pending.hasRemaining(); shift += 7) {
            int octet = pending.get();
            length |= (octet & 0x7F) << shift;
            if ((octet & 0x80) == 0) {
                return length;
            }
        }
        return -1;
    }

    private static Incoming packet(int type, byte[] body) {
        return type == CONNACK ? new Incoming.ConnAck(body[1] & 0xFF) : new Incoming.Other(type);
    }
}

package dev.fleethealth.benchmarks.bridge;

import dev.fleethealth.benchmarks.bridge.PacketReader.Packet;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One connection of a {@link FloodBroker}: as soon as the client is connected, it sends as many messages as the window lets,
 * and another for each that is acknowledged.
 */
final class Flood {
    private static final int BUFFER = 65_536;
    private static final int LARGEST_PACKET_ID = 65_535;
    private static final byte[] CONNACK_SESSION_PRESENT = {0x20, 3, 1, 0, 0};
    private static final byte[] SUBACK_PROPERTIES_AND_QOS_1 = {0, 1};
    private static final byte[] PINGRESP = {(byte) 0xD0, 0};

    private final PacketReader in;
    private final DataOutputStream out;
    private final List<byte[]> payloads;
    private final int messages;
    private final int window;
    private int sent;
    private int acknowledged;

    Flood(Socket client, List<byte[]> payloads, int messages, int window) throws IOException {
        this.in = new PacketReader(client.getInputStream());
        this.out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream(), BUFFER));
        this.payloads = payloads;
        this.messages = messages;
        this.window = window;
    }

    /** Until the client says goodbye. */
    void run() throws IOException {
        boolean connected = true;
        while (connected) {
            do {
                connected = answer(in.next());
            } while (connected && in.hasMore());
            while (sent < messages && sent - acknowledged < window) {
                publish();
            }
            out.flush();
        }
    }

    private boolean answer(Packet packet) throws IOException {
        switch (packet.type()) {
            case Packet.CONNECT -> out.write(CONNACK_SESSION_PRESENT);
            case Packet.SUBSCRIBE -> acknowledge(packet.body());
            case Packet.PUBACK -> acknowledged++;
            case Packet.PINGREQ -> out.write(PINGRESP);
            default -> {
                return packet.type() != Packet.DISCONNECT;
            }
        }
        return true;
    }

    private void acknowledge(byte[] subscribe) throws IOException {
        out.write(0x90);
        out.write(2 + SUBACK_PROPERTIES_AND_QOS_1.length);
        out.write(subscribe, 0, 2); // its packet id
        out.write(SUBACK_PROPERTIES_AND_QOS_1);
    }

    private void publish() throws IOException {
        byte[] topic = ConnectMessage.TOPIC.getBytes(StandardCharsets.US_ASCII);
        byte[] payload = payloads.get(sent % payloads.size());
        int length = 2 + topic.length + 2 + 1 + payload.length;
        out.write(0x32);
        for (; length > 0x7F; length >>= 7) {
            out.write(length & 0x7F | 0x80);
        }
        out.write(length);
        out.writeShort(topic.length);
        out.write(topic);
        out.writeShort(1 + sent % LARGEST_PACKET_ID);
        out.write(0);
        out.write(payload);
        sent++;
    }
}

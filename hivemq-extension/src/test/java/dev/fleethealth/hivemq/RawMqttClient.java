package dev.fleethealth.hivemq;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that says exactly what a test wants to be said, and can be as rude as a real device. */
final class RawMqttClient implements AutoCloseable {
    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final List<String> received = new CopyOnWriteArrayList<>();

    RawMqttClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        out = new DataOutputStream(socket.getOutputStream());
        in = new DataInputStream(socket.getInputStream());
    }

    /** @return the return code of the CONNACK, or -1 if the broker closed the connection without one */
    int connect(String clientId, String username, int protocolLevel, int keepAlive, boolean clean) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bytes);
        writeText(body, "MQTT");
        body.writeByte(protocolLevel);
        body.writeByte(0b1100_0000 | (clean ? 0b10 : 0));
        body.writeShort(keepAlive);
        if (protocolLevel == 5) {
            body.writeByte(0);
        }
        writeText(body, clientId);
        writeText(body, username);
        writeText(body, "password");
        send(0x10, bytes.toByteArray());
        int type = in.read();
        return type < 0 ? -1 : readBody()[1] & 0xff;
    }

    /** Waits until the broker has taken the subscription; messages that come before that are collected. */
    void subscribe(String filter, int qos) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bytes);
        body.writeShort(1);
        writeText(body, filter);
        body.writeByte(qos);
        send(0x82, bytes.toByteArray());
        while (readPacket() != 9) {
            // a kept session may send its messages first
        }
    }

    /** Collects payloads of PUBLISH packets (MQTT 3.1.1) until the connection ends. */
    void collect() {
        Thread reader = new Thread(this::readAll, "collector");
        reader.setDaemon(true);
        reader.start();
    }

    List<String> received() {
        return received;
    }

    void disconnect() throws IOException {
        send(0xE0, new byte[0]);
        socket.close();
    }

    /** Sends a packet of any kind. */
    void send(int type, byte[] body) throws IOException {
        out.writeByte(type);
        int length = body.length;
        do {
            out.writeByte(length > 127 ? length % 128 | 128 : length);
            length /= 128;
        } while (length > 0);
        out.write(body);
        out.flush();
    }

    /** Ends the connection as a crash does: with RST. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void readAll() {
        try {
            while (true) {
                readPacket();
            }
        } catch (IOException e) {
            received.add("END"); // the test or the broker closed the connection
        }
    }

    /** Real UTF-8, unlike {@link DataOutputStream#writeUTF}. */
    private static void writeText(DataOutputStream body, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        body.writeShort(bytes.length);
        body.write(bytes);
    }

    /** @return the packet's type */
    private int readPacket() throws IOException {
        int header = in.readUnsignedByte();
        byte[] body = readBody();
        if (header >> 4 == 3) {
            readPublish(header >> 1 & 3, body);
        }
        return header >> 4;
    }

    private void readPublish(int qos, byte[] body) throws IOException {
        int payload = 2 + ((body[0] & 0xff) << 8 | body[1] & 0xff);
        if (qos > 0) {
            send(0x40, new byte[] {body[payload], body[payload + 1]});
            payload += 2;
        }
        received.add(new String(body, payload, body.length - payload, StandardCharsets.UTF_8));
    }

    private byte[] readBody() throws IOException {
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.readUnsignedByte();
            length |= (digit & 127) << shift;
            shift += 7;
        } while (digit > 127);
        return in.readNBytes(length);
    }
}

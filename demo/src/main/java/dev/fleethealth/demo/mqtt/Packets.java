package dev.fleethealth.demo.mqtt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Packets that a device sends (OASIS MQTT 3.1.1 and 5, chapter 3). */
final class Packets {
    private static final int CONNECT = 0x10;
    private static final int PUBLISH_QOS_0 = 0x30;
    private static final int PINGREQ = 0xC0;
    private static final int DISCONNECT = 0xE0;

    /** User name, password, clean start. */
    private static final int CONNECT_FLAGS = 0xC2;

    /** MQTT 3.1.1 wants a user name where there is a password; nobody reads it. */
    private static final String USER_NAME = "device";

    private Packets() {}

    static ByteBuffer connect(Login login) {
        Body body = new Body();
        body.text("MQTT");
        body.octet(login.version().level());
        body.octet(CONNECT_FLAGS);
        body.number(Math.toIntExact(login.keepAlive().toSeconds()));
        body.noProperties(login.version());
        body.text(login.clientId());
        body.text(USER_NAME);
        body.text(login.token());
        return body.packet(CONNECT);
    }

    static ByteBuffer publish(MqttVersion version, String topic, String payload) {
        Body body = new Body();
        body.text(topic);
        body.noProperties(version);
        body.bytes(payload.getBytes(StandardCharsets.UTF_8));
        return body.packet(PUBLISH_QOS_0);
    }

    static ByteBuffer pingRequest() {
        return new Body().packet(PINGREQ);
    }

    /** A normal one; in MQTT 5 that is the code without a body, too. */
    static ByteBuffer disconnect() {
        return new Body().packet(DISCONNECT);
    }

    /** What follows a packet's fixed header. */
    private static final class Body {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void octet(int value) {
            bytes.write(value);
        }

        void number(int value) {
            octet(value >> 8);
            octet(value);
        }

        void bytes(byte[] value) {
            bytes.writeBytes(value);
        }

        void text(String value) {
            byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
            number(encoded.length);
            bytes(encoded);
        }

        void noProperties(MqttVersion version) {
            if (version == MqttVersion.V5) {
                octet(0);
            }
        }

        ByteBuffer packet(int header) {
            ByteBuffer packet = ByteBuffer.allocate(bytes.size() + 5);
            packet.put((byte) header);
            putLength(packet, bytes.size());
            return packet.put(bytes.toByteArray()).flip();
        }

        /** Seven bits a byte, the lowest first (§2.2.3 and §1.5.5). */
        private static void putLength(ByteBuffer packet, int length) {
            int rest = length;
            while (rest > 0x7F) {
                packet.put((byte) (rest & 0x7F | 0x80));
                rest >>= 7;
            }
            packet.put((byte) rest);
        }
    }
}

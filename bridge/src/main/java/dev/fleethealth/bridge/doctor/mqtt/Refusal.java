package dev.fleethealth.bridge.doctor.mqtt;

import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.Category;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.Locale;

/**
 * Why a broker did not do what it was asked.
 *
 * @param found what it answered, in words
 * @param advice what to do
 */
record Refusal(String found, String advice) {
    private static final ReasonTable MQTT_3 = ReasonTable.load("/dialects/mqtt/mqtt311.csv");
    private static final ReasonTable MQTT_5 = ReasonTable.load("/dialects/mqtt/mqtt5.csv");
    private static final String CUT_ADVICE =
            "It closed without saying why. Usual causes: it wants a client certificate (--cert), this version of MQTT is"
                    + " switched off, the client id or token is longer than it takes, or a proxy between has no broker behind"
                    + " it. The broker's log says which.";

    /** @param asked the packet that was sent, e.g. {@code CONNECT} */
    static Refusal of(Received received, String asked, MqttVersion version) {
        if (received instanceof Received.Packet packet) {
            return ofPacket(packet.message(), asked, version);
        }
        if (received instanceof Received.End end) {
            return new Refusal(
                    asked + " is answered by " + (end.reset() ? "a TCP RST" : "the end of the connection"), CUT_ADVICE);
        }
        if (received instanceof Received.Garbage garbage) {
            return new Refusal(
                    asked + " is answered by something that is no MQTT: " + garbage.why(),
                    "Check the port and what stands between: a web server or a portal of this network may answer.");
        }
        return new Refusal(
                asked + " is not answered",
                "The broker hangs or something on the way swallows packets: try another network, and look at the broker.");
    }

    private static Refusal ofPacket(MqttMessage message, String asked, MqttVersion version) {
        if (message instanceof MqttConnAckMessage connAck) {
            int code = Byte.toUnsignedInt(
                    connAck.variableHeader().connectReturnCode().byteValue());
            return explained("CONNACK " + shown(code, version), code, version, Situation.CONNECT);
        }
        if (message.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader disconnect) {
            int code = Byte.toUnsignedInt(disconnect.reasonCode());
            return explained(
                    asked + " is answered by DISCONNECT " + shown(code, version),
                    code,
                    version,
                    Situation.SERVER_DISCONNECT);
        }
        return new Refusal(asked + " is answered by DISCONNECT", Advice.on(Category.UNKNOWN));
    }

    private static Refusal explained(String found, int code, MqttVersion version, Situation situation) {
        ReasonTable table = version == MqttVersion.MQTT_5 ? MQTT_5 : MQTT_3;
        Category category = table.lookup(shown(code, version), situation).category();
        String meaning = category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Refusal(found + " (" + meaning + ")", Advice.on(category));
    }

    /** As the tables and the vendors' pages spell it. */
    private static String shown(int code, MqttVersion version) {
        return version == MqttVersion.MQTT_5 ? String.format(Locale.ROOT, "0x%02X", code) : Integer.toString(code);
    }
}

package dev.fleethealth.hivemq;

import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.packets.connect.WillPublishPacket;
import com.hivemq.extension.sdk.api.packets.general.UserProperties;
import com.hivemq.extension.sdk.api.packets.general.UserProperty;
import java.nio.ByteBuffer;
import java.util.List;

/** What the client said in its CONNECT; never its password, nor the payload of its will. */
final class ConnectFields {
    /** More user properties than any sane client sends; the rest is left out, and their number said. */
    static final int MAX_USER_PROPERTIES = 20;

    private ConnectFields() {}

    /** As a JSON object. The packet itself, with password and will, is not to be kept while the connection lasts. */
    static String of(ConnectPacket packet) {
        JsonWriter json = new JsonWriter();
        json.bool("cleanStart", packet.getCleanStart())
                .number("keepAlive", packet.getKeepAlive())
                .number("sessionExpiryInterval", packet.getSessionExpiryInterval())
                .number("receiveMaximum", packet.getReceiveMaximum())
                .number("maximumPacketSize", packet.getMaximumPacketSize())
                .number("topicAliasMaximum", packet.getTopicAliasMaximum())
                .bool("requestResponseInformation", packet.getRequestResponseInformation())
                .bool("requestProblemInformation", packet.getRequestProblemInformation())
                .text("username", packet.getUserName().map(Texts::bounded))
                .bool("hasPassword", packet.getPassword().isPresent())
                .text("authenticationMethod", packet.getAuthenticationMethod().map(Texts::bounded));
        packet.getWillPublish().ifPresent(will -> write(json, will));
        write(json, packet.getUserProperties());
        return json.toText();
    }

    static void write(JsonWriter json, UserProperties properties) {
        List<UserProperty> all = properties.asList();
        if (all.isEmpty()) {
            return;
        }
        json.beginArray("userProperties");
        for (UserProperty property : all.subList(0, Math.min(all.size(), MAX_USER_PROPERTIES))) {
            json.beginElement()
                    .text("name", Texts.bounded(property.getName()))
                    .text("value", Texts.bounded(property.getValue()))
                    .endObject();
        }
        json.endArray();
        if (all.size() > MAX_USER_PROPERTIES) {
            json.number("userPropertiesLeftOut", all.size() - MAX_USER_PROPERTIES);
        }
    }

    private static void write(JsonWriter json, WillPublishPacket will) {
        json.beginObject("will")
                .text("topic", Texts.bounded(will.getTopic()))
                .number("qos", will.getQos().getQosNumber())
                .bool("retain", will.getRetain())
                .number("delay", will.getWillDelay())
                .number(
                        "payloadSize",
                        will.getPayload().map(ByteBuffer::remaining).orElse(0))
                .endObject();
    }
}

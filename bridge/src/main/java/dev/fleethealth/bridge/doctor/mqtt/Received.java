package dev.fleethealth.bridge.doctor.mqtt;

import io.netty.handler.codec.mqtt.MqttMessage;

/** What came from a broker while somebody waited. */
sealed interface Received {

    record Packet(MqttMessage message) implements Received {}

    /** Bytes that are no MQTT. */
    record Garbage(String why) implements Received {}

    /**
     * The end of the connection.
     *
     * @param reset by a TCP RST in place of an orderly close
     */
    record End(boolean reset) implements Received {}

    /** Nothing in time. */
    record Silence() implements Received {}
}

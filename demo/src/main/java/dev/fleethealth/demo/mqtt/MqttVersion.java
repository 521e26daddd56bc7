package dev.fleethealth.demo.mqtt;

/** Versions of the protocol that the client speaks. */
public enum MqttVersion {
    V3_1_1(4),
    V5(5);

    private final int level;

    MqttVersion(int level) {
        this.level = level;
    }

    /** The protocol level byte of CONNECT. */
    int level() {
        return level;
    }
}

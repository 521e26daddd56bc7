package dev.fleethealth.bridge.config;

/** Version of the MQTT protocol that a source speaks. */
public enum MqttVersion {
    V5("5"),
    V3("3.1.1");

    private final String number;

    MqttVersion(String number) {
        this.number = number;
    }

    @Override
    public String toString() {
        return number;
    }
}

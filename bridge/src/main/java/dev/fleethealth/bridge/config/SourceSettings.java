package dev.fleethealth.bridge.config;

/** A place where broker messages come from; the key {@code type} says which kind. */
public sealed interface SourceSettings permits MqttSourceSettings {

    /** Name in logs, metrics and health. */
    String name();

    /** What two sources must not share: they would take messages away from each other. */
    String session();
}

package dev.fleethealth.bridge.config;

import java.util.Optional;

/** A place where broker messages come from; the key {@code type} says which kind. */
public sealed interface SourceSettings
        permits MqttSourceSettings, HttpSourceSettings, FileSourceSettings, ApsaramqSourceSettings {

    /** Name in logs, metrics and health. */
    String name();

    /** Whether its messages may be read by that dialect. */
    boolean speaks(String dialectId);

    /** The broker's version, where its messages differ by version. */
    Optional<String> brokerVersion();

    /** Fleet of the devices to which no rule gives another. */
    String fleet();

    /** What two sources must not share: they would take messages away from each other. */
    String session();

    /** The key that a session depends on, where two sources share one. */
    String sessionKey();
}

package dev.fleethealth.bridge.dialect.emqx;

import dev.fleethealth.bridge.dialect.reason.ReasonTable;

/** EMQX's reasons: its own words, then MQTT's names. */
final class Reasons {
    static final ReasonTable TABLE = ReasonTable.load("/dialects/emqx/reasons.csv", "/dialects/mqtt/mqtt5.csv");

    private Reasons() {}
}

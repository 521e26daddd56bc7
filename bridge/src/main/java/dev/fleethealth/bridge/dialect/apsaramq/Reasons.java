package dev.fleethealth.bridge.dialect.apsaramq;

import dev.fleethealth.bridge.dialect.reason.ReasonTable;

/** What ApsaraMQ's words for an end mean. */
final class Reasons {
    static final ReasonTable TABLE = ReasonTable.load("/dialects/apsaramq/reasons.csv");

    private Reasons() {}
}

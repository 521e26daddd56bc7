package dev.fleethealth.bridge.dialect.reason;

/**
 * A reason that stands somewhere in a text.
 *
 * @param situation that of the table's row: tells a refused CONNECT from the end of a connection
 */
public record Mention(Situation situation, Reason meaning) {}

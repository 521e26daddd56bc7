package dev.fleethealth.streams.delivery;

import java.util.List;
import java.util.Map;

/**
 * What is to be done, in this order: entries and dead letters are written and acknowledged, then the calls are made, and the
 * offsets committed.
 *
 * @param commits next offset to read, by partition
 */
public record Turn(
        List<LedgerEntry> entries, List<DeadLetter> deadLetters, List<Call> calls, Map<Integer, Long> commits) {}

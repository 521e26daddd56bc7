package dev.fleethealth.benchmarks.day;

import java.time.Instant;

/** A node of the broker stops, or is back. */
record BrokerStep(String node, Instant at, Instant receivedAt, boolean stopping) {}

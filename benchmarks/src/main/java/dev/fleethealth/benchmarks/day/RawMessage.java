package dev.fleethealth.benchmarks.day;

import dev.fleethealth.benchmarks.day.broker.Message;
import java.time.Instant;

/** A broker's message as the bridge receives it. */
public record RawMessage(Message message, Instant receivedAt) {}

package dev.fleethealth.streams.backtest.topic;

import java.time.Instant;

/**
 * Part of a topic.
 *
 * @param from time of the first records
 * @param to time of the first records that are left out; what comes after the start of the reading is left out, too
 */
public record TopicRange(String topic, Instant from, Instant to) {}

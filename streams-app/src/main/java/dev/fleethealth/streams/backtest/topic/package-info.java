/** Recorded events that are read from Kafka, between two times. */
@NullMarked
package dev.fleethealth.streams.backtest.topic;

import org.jspecify.annotations.NullMarked;

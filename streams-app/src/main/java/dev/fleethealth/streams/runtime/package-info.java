/** Runs the topology on a real Kafka: start, faults, health, end. */
@NullMarked
package dev.fleethealth.streams.runtime;

import org.jspecify.annotations.NullMarked;

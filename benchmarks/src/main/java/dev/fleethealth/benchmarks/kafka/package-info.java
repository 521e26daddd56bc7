/** A Kafka broker of one's own, filled with the workload. */
@NullMarked
package dev.fleethealth.benchmarks.kafka;

import org.jspecify.annotations.NullMarked;
